package fr.entecole.comptes.destinataires;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Etendue;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import fr.entecole.annuaire.destinataires.Champ;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@MondeTest
class DestinatairesWebTests {

    private static final Champ PERSONNES =
            new Champ(EnumSet.of(Etendue.PERSONNES), EnumSet.of(Qui.RESPONSABLES, Qui.EQUIPE));

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    Visites visites;
    UUID esteve;
    UUID castans;
    UUID curie;

    @BeforeEach
    void people() {
        visites = new Visites(context);
        esteve = visites.personnel("11", "300102");
        castans = visites.personnel("11", "300101");
        curie = reperes.ecole("0110358E");
    }

    @Test
    void findsNobodyOutsideWhomOneMayAddress() {
        assertThat(find(esteve, "Kovalenko")).doesNotContain("<li");
        assertThat(find(esteve, "Rouquette")).doesNotContain("<li");
        assertThat(find(esteve, "CE2")).doesNotContain("<li");
        assertThat(find(esteve, "école Marie Curie")).doesNotContain("<li");
        assertThat(find(visites.agent("Puech"), "Delmas")).doesNotContain("<li");
        assertThat(visites.post(visites.responsable("700103"), "/comptes/destinataires", "cherche", "Zoé"))
                .hasStatus(404);
    }

    @Test
    void findsNobodyWhoIsKeptOut() {
        assertThat(find(esteve, "Yvan")).doesNotContain("Galy");
        assertThat(find(castans, "Yvan")).doesNotContain("Galy");
        assertThat(find(castans, "Yvan", PERSONNES)).doesNotContain("Galy");
    }

    @Test
    void findsAChildsFamilyByAnyOfTheirNames() {
        for (var typed : new String[] {"zoe", "ZOÉ DELMAS", "Roques", "delmas aude", "delams", "roqes"}) {
            assertThat(find(esteve, typed)).as(typed).contains("Famille de Zoé Delmas");
        }
        assertThat(find(esteve, "Roques")).contains("Paul Roques");
    }

    @Test
    void findsAClassAGroupAndTheSchool() {
        var groupe = jdbc.sql("""
                        insert into annuaire.groupe (structure_id, academie, libelle)
                        values (:ecole, '11', 'Fanfare') returning id
                        """)
                .param("ecole", curie)
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .single();
        assertThat(find(castans, "fanffare")).contains("Familles du groupe Fanfare");
        assertThat(find(esteve, "fanfare")).doesNotContain("<li");
        jdbc.sql("insert into annuaire.eleve_groupe (eleve_id, groupe_id, depuis) values (:e, :g, current_date)")
                .param("e", visites.eleve("500101"))
                .param("g", groupe)
                .update();
        assertThat(find(esteve, "fanfare"))
                .contains(Public.ofGroupe(curie, groupe, Qui.RESPONSABLES).code());
        assertThat(find(castans, "ce2")).contains("Familles du CE2");
        assertThat(find(castans, "marie curie")).contains("Familles de l’école");
    }

    @Test
    void findsPeopleForARoomThatWritesToThem() {
        assertThat(find(esteve, "Gaubert", PERSONNES)).contains("Céline Gaubert", "PERSONNES.EQUIPE");
        assertThat(find(esteve, "samira", PERSONNES)).contains("Samira Benali", "Pour Inès Benali");
    }

    @Test
    void saysWhoGetsItAndWhoCannotBeReached() {
        var cm1 = Public.ofClasse(curie, reperes.classe("11", "514"), Qui.RESPONSABLES);
        assertThat(count(esteve, cm1)).contains("26 enfants, 42 responsables, 3 sans compte", "Aude Delmas");
        var ce2 = Public.ofClasse(curie, reperes.classe("11", "513"), Qui.RESPONSABLES);
        assertThat(visites.post(esteve, "/comptes/destinataires/compte", "pour", ce2.code()))
                .hasStatus(404);
    }

    @Test
    void countsOnceWhoIsMeantTwice() {
        var cm1 = Public.ofClasse(curie, reperes.classe("11", "514"), Qui.RESPONSABLES);
        var zoe = Public.ofEleves(
                curie,
                Set.of(jdbc.sql(
                                "select id from annuaire.eleve where annuaire.cle(prenom) = 'zoe' and annuaire.cle(nom) like 'delmas%'")
                        .query((rs, _) -> rs.getObject(1, UUID.class))
                        .single()),
                Qui.RESPONSABLES);
        assertThat(count(esteve, cm1, zoe)).contains("26 enfants, 42 responsables");
    }

    private String find(UUID personne, String typed) {
        return find(personne, typed, Champ.FAMILLES);
    }

    private String find(UUID personne, String typed, Champ champ) {
        var answer = visites.post(personne, "/comptes/destinataires", "cherche", typed, "champ", champ.code());
        assertThat(answer).hasStatusOk();
        return Visites.words(answer);
    }

    private String count(UUID personne, Public... pour) {
        var fields = new String[pour.length * 2];
        for (int i = 0; i < pour.length; i++) {
            fields[2 * i] = "pour";
            fields[2 * i + 1] = pour[i].code();
        }
        var answer = visites.post(personne, "/comptes/destinataires/compte", fields);
        assertThat(answer).hasStatusOk();
        return Visites.words(answer);
    }
}
