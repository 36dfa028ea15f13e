package fr.entecole.liaison;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import fr.entecole.comptes.Comptes;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.liaison.CahierDeLiaison.Auteur;
import fr.entecole.redaction.TexteRiche;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Families that are not two parents of one child in one class: a foster carer, twins in two classes, a class whose
/// week two teachers share.
@MondeTest
class EcoleEtMaisonWebTests {

    private static final Demande LES_DEUX = new Demande(Attendu.OUI_NON, Repondants.CHACUN, null);

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    @Autowired
    CahierDeLiaison cahier;

    @Autowired
    Comptes comptes;

    @Autowired
    Clock clock;

    Visites visites;
    UUID curie;
    UUID esteve;
    UUID alric;
    UUID samira;

    @BeforeEach
    void people() {
        visites = new Visites(context);
        curie = reperes.ecole("0110358E");
        esteve = visites.personnel("11", "300102");
        alric = visites.personnel("11", "300107");
        samira = visites.responsable("700101");
    }

    /// Nora Haddad: Jean-Luc Salles looks after her, the « Aide sociale à l'enfance » answers for her too.
    @Test
    void letsAFosterCarerReadAndAnswerBesideABodyThatSignsOnPaper() {
        var lespignan = reperes.ecole("0341406U");
        var roux = visites.personnel("11", "300115");
        var salles = visites.responsable("700264");
        var nora = visites.eleve("500210");
        var other = visites.responsable("700260");
        var mot = publish(roux, Public.ofEleves(lespignan, List.of(nora), Qui.RESPONSABLES), LES_DEUX);
        assertThat(visites.get(other, path(mot))).hasStatus(404);
        assertThat(answer(salles, mot, "OUI")).hasStatus(303);
        assertThat(visites.page(roux, path(mot)))
                .contains("Jean-Luc Salles", "Signé, oui", "un organisme n’a pas de compte")
                .containsPattern("(?s)Nora Haddad.{0,400}ent-badge--attente");
        var body = jdbc.sql("""
                        select l.responsable_id from annuaire.lien l join annuaire.responsable r on r.id = l.responsable_id
                         where l.eleve_id = :e and lower(r.prenom) = 'organisme' and l.retire_le is null
                        """).param("e", nora).query(UUID.class).single();
        assertThat(visites.post(roux, path(mot) + "/papier", "sens", "OUI", "paire", nora + "." + body))
                .hasStatus(303);
        assertThat(visites.page(roux, path(mot))).containsPattern("(?s)Nora Haddad.{0,400}ent-badge--bien");
    }

    @Test
    void asksOfTwinsInTwoClassesForEachInTheirClassAndForBothInTheirSchool() {
        var ines = visites.eleve("500101");
        var twin = jdbc.sql("select min(eleve_id::text)::uuid from annuaire.inscrit where classe_id = :c")
                .param("c", reperes.classe("11", "516"))
                .query(UUID.class)
                .single();
        link(samira, twin);
        attach(alric, reperes.classe("11", "516"));
        try {
            var hers = publish(esteve, familles("514"), LES_DEUX);
            var his = publish(alric, familles("516"), LES_DEUX);
            assertThat(visites.page(samira, path(hers))).doesNotContain("Pour qui répondez-vous");
            assertThat(visites.get(visites.responsable("700103"), path(his)))
                    .as("of one class alone")
                    .hasStatus(404);
            assertThat(answer(samira, hers, "OUI")).hasStatus(303);
            assertThat(answer(samira, his, "NON")).hasStatus(303);
            assertThat(answered(hers)).containsExactly(ines + " OUI");
            assertThat(answered(his)).containsExactly(twin + " NON");
            var both = publish(visites.personnel("11", "300101"), Public.ofEcole(curie, Qui.RESPONSABLES), LES_DEUX);
            assertThat(visites.page(samira, path(both))).contains("Pour qui répondez-vous");
            assertThat(answer(samira, both, "OUI", "eleve", ines.toString(), "eleve", twin.toString()))
                    .hasStatus(303);
            assertThat(answered(both)).containsExactlyInAnyOrder(ines + " OUI", twin + " OUI");
            assertThat(visites.page(esteve, path(hers))).doesNotContain(twin.toString());
        } finally {
            jdbc.sql("delete from annuaire.lien where eleve_id = :e and responsable_id = :r")
                    .param("e", twin)
                    .param("r", samira)
                    .update();
            detach(alric, reperes.classe("11", "516"));
            forget();
        }
    }

    @Test
    void letsTwoTeachersWhoShareTheWeekWriteInOneNotebookAndFollowTheirOwnMots() {
        var cm1 = reperes.classe("11", "514");
        attach(alric, cm1);
        try {
            var hers = publish(esteve, familles("514"), LES_DEUX);
            var his = publish(alric, familles("514"), LES_DEUX);
            assertThat(answer(samira, his, "OUI")).hasStatus(303);
            assertThat(visites.page(esteve, path(his)))
                    .as("she reads what her pupils' families answer")
                    .contains("Signé, oui");
            assertThat(visites.post(esteve, path(his) + "/relance")).hasStatus(404);
            assertThat(visites.page(alric, path(his))).contains("Relancer");
            assertThat(visites.post(alric, path(hers) + "/relance")).hasStatus(404);
            var jour = next();
            for (var writes : List.of(esteve, alric)) {
                assertThat(visites.post(
                                writes,
                                "/cahierdetextes/classes/" + cm1 + "/travaux",
                                "matiere",
                                "Maths",
                                "texte",
                                "De " + (writes.equals(esteve) ? "Claire" : "Frédéric"),
                                "jour",
                                jour.toString()))
                        .hasStatus(303);
            }
            for (var reads : List.of(esteve, alric)) {
                assertThat(visites.page(reads, "/cahierdetextes/classes/" + cm1 + "?semaine=" + jour))
                        .contains("De Claire", "De Frédéric");
            }
        } finally {
            detach(alric, cm1);
            forget();
        }
        assertThat(visites.get(alric, "/cahierdetextes/classes/" + cm1)).hasStatus(404);
    }

    /// A day of class soon: what the notebook itself proposes.
    private LocalDate next() {
        var page = visites.page(esteve, "/cahierdetextes/classes/" + reperes.classe("11", "514") + "/nouveau");
        var from = page.indexOf("value=\"20", page.indexOf("id=\"jour\"")) + 7;
        return LocalDate.parse(page.substring(from, from + 10));
    }

    private Public familles(String classe) {
        return Public.ofClasse(curie, reperes.classe("11", classe), Qui.RESPONSABLES);
    }

    private UUID publish(UUID personne, Public pour, Demande demande) {
        var now = clock.instant().minus(Duration.ofMinutes(1));
        var said = new Redaction(List.of(pour), false, "Un mot " + UUID.randomUUID(), TexteRiche.of("Dites."), now)
                .of("INFORMATION", demande);
        return cahier.publish(said, new Auteur(comptes.ofPersonne(personne).orElseThrow(), personne), now);
    }

    private MvcTestResult answer(UUID personne, UUID mot, String sens, String... fields) {
        var all = Stream.concat(Stream.of("version", "1", "sens", sens, "signe", "true"), Stream.of(fields))
                .toArray(String[]::new);
        return visites.post(personne, path(mot) + "/reponse", all);
    }

    private List<String> answered(UUID mot) {
        return jdbc.sql("select eleve_id || ' ' || sens from liaison.reponse where mot_id = :m and fini_le is null")
                .param("m", mot)
                .query(String.class)
                .list();
    }

    private void link(UUID responsable, UUID eleve) {
        jdbc.sql("""
                        insert into annuaire.lien (eleve_id, responsable_id, code, depuis)
                        select :e, :r, code, depuis from annuaire.lien where responsable_id = :r limit 1
                        """).param("e", eleve).param("r", responsable).update();
        forget();
    }

    private void attach(UUID personnel, UUID classe) {
        jdbc.sql("""
                        insert into annuaire.enseignement (personnel_id, classe_id, depuis, ajoute_par)
                        values (:p, :c, current_date, 'test') on conflict do nothing
                        """).param("p", personnel).param("c", classe).update();
        forget();
    }

    private void detach(UUID personnel, UUID classe) {
        jdbc.sql("delete from annuaire.enseignement where personnel_id = :p and classe_id = :c and ajoute_par = 'test'")
                .param("p", personnel)
                .param("c", classe)
                .update();
    }

    private void forget() {
        new EnTantQue(context).forgetWhatThisNodeRemembers();
    }

    private static String path(UUID mot) {
        return "/liaison/mots/" + mot;
    }
}
