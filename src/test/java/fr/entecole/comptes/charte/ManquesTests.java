package fr.entecole.comptes.charte;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.Rattrapage;
import fr.entecole.annuaire.PersonnesOubliees;
import fr.entecole.comptes.Comptes;
import fr.entecole.comptes.charte.Accords.Reponse;
import fr.entecole.comptes.charte.ChartesDEcole.Manque;
import fr.entecole.socle.Lectures;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What is kept of the answers that are missing is what would be counted now, after any gesture that changes them.
@MondeTest
class ManquesTests {

    @Autowired
    ChartesDEcole chartes;

    @Autowired
    Accords accords;

    @Autowired
    Lectures lectures;

    @Autowired
    ApplicationContext context;

    @Autowired
    Comptes comptes;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient jdbc;

    @Test
    void isRightAfterEachGesture() {
        var petit = one("""
                select p.eleve_id from annuaire.present p join annuaire.ouverte o on o.ecole_id = p.ecole_id
                 where annuaire.petit(p.niveau)
                   and not exists (select 1 from comptes.accord a where a.eleve_id = p.eleve_id)
                   and exists (select 1 from annuaire.garde(current_date) g where g.eleve_id = p.eleve_id)
                 order by 1 limit 1""");
        var parent =
                one("select personne_id from annuaire.garde(current_date) where eleve_id = '" + petit + "' limit 1");
        var lecteur = one("""
                select p.eleve_id from annuaire.present p join annuaire.ouverte o on o.ecole_id = p.ecole_id
                  join comptes.compte c on c.personne_id = p.eleve_id
                 where not annuaire.petit(p.niveau)
                   and not exists (select 1 from comptes.accord a where a.compte_id = c.id)
                 order by 1 limit 1""");
        moves("heard", () -> accords.answerFor(account(parent), charte("ELEVE_CYCLE_1_2"), List.of(petit)));
        moves("accepted", () -> accords.answer(account(lecteur), charte("ELEVE_CYCLE_3"), Reponse.ACCEPTEE));
        moves("who answered is forgotten", () -> events.publishEvent(new PersonnesOubliees(List.of(parent))));
        moves(
                "another level",
                () -> jdbc.sql("update annuaire.eleve set niveau = 'CP' where id = :id")
                        .param("id", lecteur)
                        .update());
        moves("another version", () -> jdbc.sql("""
                        insert into comptes.charte (texte, version, effet_le, corps, empreinte)
                        values ('ELEVE_CYCLE_3', 99, current_date, 'mot', sha256('mot'))
                        """).update());
    }

    private void moves(String what, Runnable gesture) {
        var before = kept();
        gesture.run();
        Rattrapage.hear(context);
        assertThat(kept())
                .as(what)
                .isEqualTo(lectures.read(chartes.counted(ecoles())))
                .isNotEqualTo(before);
    }

    private Map<UUID, Manque> kept() {
        return lectures.read(chartes.counts(ecoles()));
    }

    private List<UUID> ecoles() {
        return jdbc.sql("select ecole_id from annuaire.ouverte")
                .query(UUID.class)
                .list();
    }

    private UUID account(UUID personne) {
        return comptes.ofPersonne(personne).orElseThrow();
    }

    private UUID charte(String texte) {
        return one("select id from comptes.charte where texte = '" + texte
                + "' and langue = 'fr' and effet_le <= current_date" + " order by version desc limit 1");
    }

    private UUID one(String sql) {
        return jdbc.sql(sql).query(UUID.class).single();
    }
}
