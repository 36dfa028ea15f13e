package fr.entecole.conventions.titres;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Visites;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the region does with a titre and its payments on the screen.
@MondeTest
class TitresWebTests {

    private static final String PAYMENTS = "/conventions/titres/paiements";

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    LectureDesTitres lecture;

    Visites visites;
    UUID vidal;
    Titre titre;

    @BeforeEach
    void people() {
        visites = new Visites(context);
        vidal = visites.agent("Vidal");
        titre = lecture.one(jdbc.sql("""
                        select id from conventions.titre t where montant > 0
                           and not exists (select 1 from conventions.titre x where x.annule_id = t.id)
                         order by exercice desc, numero desc limit 1
                        """).query(UUID.class).single()).orElseThrow();
    }

    @Test
    void refusesAReferenceThatIsAnotherPaymentsAndReadsNothing() {
        pays("MEME;" + titre.reference() + ";10;2026-11-30", 303);
        pays("MEME;" + titre.reference() + ";10;30/11/2026", 303);
        var refused = pays("AUTRE;" + titre.reference() + ";5;2026-11-30\nMEME;2026-99999;60;2026-11-30", 422);
        assertThat(refused)
                .contains("La référence MEME a déjà été lue pour un autre paiement : titre " + titre.reference());
        assertThat(jdbc.sql("select count(*) from conventions.paiement where reference in ('MEME', 'AUTRE')")
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void cancelsAPaidTitreOnlyForWhoKnowsThatItIsPaid() {
        pays("SU;" + titre.reference() + ";10;2026-11-30", 303);
        var path = "/conventions/titres/" + titre.id();
        assertThat(visites.page(vidal, path)).contains("sont déjà payés sur ce titre");
        assertThat(visites.post(vidal, path + "/annulation", "motif", "Erreur")).hasStatus(422);
        assertThat(lecture.one(titre.id()).orElseThrow().annule()).isFalse();
        assertThat(visites.post(vidal, path + "/annulation", "motif", "Erreur", "paye", "true"))
                .hasStatus(303);
        assertThat(lecture.one(titre.id()).orElseThrow().annule()).isTrue();
    }

    private String pays(String lignes, int statut) {
        var answer = visites.post(vidal, PAYMENTS, "annee", String.valueOf(titre.annee()), "lignes", lignes);
        assertThat(answer).hasStatus(statut);
        return Visites.words(answer);
    }
}
