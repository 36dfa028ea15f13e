package fr.entecole.cahierdetextes;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Classes;
import fr.entecole.annuaire.Classes.Classe;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import fr.entecole.cahierdetextes.CahierDeTextes.Auteur;
import fr.entecole.cahierdetextes.CahierDeTextes.Don;
import fr.entecole.cahierdetextes.CahierDeTextes.Pour;
import fr.entecole.cahierdetextes.CahierDeTextes.Propos;
import fr.entecole.cahierdetextes.Travail.Nature;
import fr.entecole.calendrier.Calendriers;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What teachers, pupils and families missed on the pages of the CM1 of Claire Estève.
@MondeTest
class CahierRevuWebTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    @Autowired
    Classes classes;

    @Autowired
    Calendriers calendriers;

    @Autowired
    CahierDeTextes cahier;

    @Autowired
    LectureDuCahier lecture;

    @Autowired
    Clock clock;

    Visites visites;
    Classe cm1;
    UUID esteve;
    UUID ines;
    UUID samira;
    LocalDate jour;

    @BeforeEach
    void people() {
        visites = new Visites(context);
        cm1 = classes.named(List.of(reperes.classe("11", "514"))).getFirst();
        esteve = visites.personnel("11", "300102");
        ines = visites.eleve("500101");
        samira = visites.responsable("700101");
        jour = next(LocalDate.now(clock));
    }

    @Test
    void saysToTheSchoolAloneForWhichPupilsWorkIs() {
        var travail = give("Pour deux seulement", jour, some(ines, visites.eleve("500107")));
        var castans = visites.personnel("11", "300101");
        for (var other : List.of(ines, samira)) {
            assertThat(visites.page(other, path(travail))).doesNotContain("Pour 2 élèves");
        }
        assertThat(visites.page(castans, path(travail)))
                .contains("Pour 2 élèves")
                .doesNotContain("Inès Benali");
        assertThat(visites.page(esteve, path(travail))).contains("Pour 2 élèves : ", "Inès Benali");
        assertThat(visites.page(esteve, path(travail) + "/correction")).contains("Pour 2 élèves");
        var line = lecture.one(travail).orElseThrow().travail();
        assertThat(line.entete()).isEqualTo("Maths");
        assertThat(line.enteteDEcole()).isEqualTo("Maths\nPour 2 élèves");
        assertThat(visites.page(esteve, classe() + "?semaine=" + jour)).contains("Pour 2 élèves");
    }

    @Test
    void putsBackWhatWasTakenAwayWithWhatPupilsHandedBack() {
        var travail = give("Retiré par erreur", jour, all());
        assertThat(visites.post(ines, path(travail) + "/remise", "texte", "Mon herbier est fini"))
                .hasStatus(303);
        var answer = visites.post(esteve, path(travail) + "/retrait");
        assertThat(visites.page(esteve, answer.getResponse().getRedirectedUrl()))
                .contains("Ce que les élèves ont rendu est gardé", path(travail) + "/remise-en-place");
        assertThat(visites.get(ines, path(travail))).hasStatus(404);
        for (var stranger : List.of(visites.personnel("11", "300101"), visites.personnel("11", "300105"))) {
            assertThat(visites.post(stranger, path(travail) + "/remise-en-place"))
                    .hasStatus(404);
        }
        assertThat(visites.post(esteve, path(travail) + "/remise-en-place")).hasStatus(303);
        for (var reader : List.of(ines, samira, esteve)) {
            assertThat(visites.page(reader, path(travail))).contains("Retiré par erreur", "Mon herbier est fini");
        }
    }

    @Test
    void tellsFamiliesAgainOnlyWhereTheNewsWentWithIt() {
        var gone = give("Remis, sans rien d’autre", jour, all());
        var told = give("Remis, avec un autre", jour, all());
        var other = give("L’autre", jour, all());
        var alone = UUID.randomUUID();
        var shared = UUID.randomUUID();
        for (var of : List.of(Map.entry(gone, alone), Map.entry(told, shared), Map.entry(other, shared))) {
            jdbc.sql("update cahierdetextes.travail set annonce_id = :a where id = :t")
                    .param("a", of.getValue())
                    .param("t", of.getKey())
                    .update();
        }
        for (var one : List.of(gone, told)) {
            assertThat(visites.post(esteve, path(one) + "/retrait")).hasStatus(303);
            assertThat(visites.post(esteve, path(one) + "/remise-en-place")).hasStatus(303);
        }
        assertThat(annonce(gone)).isNotEqualTo(alone);
        assertThat(annonce(told)).isEqualTo(shared);
    }

    @Test
    void putsNothingBackADayLaterNorWhatWasTakenAwayAfterAReport() {
        var late = give("Retiré avant-hier", jour, all());
        var judged = give("Retiré après un signalement", jour, all());
        jdbc.sql("update cahierdetextes.travail set retire_le = clock_timestamp() - interval '2 days' where id = :t")
                .param("t", late)
                .update();
        jdbc.sql("update cahierdetextes.travail set retire_le = now(), masque_le = now() where id = :t")
                .param("t", judged)
                .update();
        for (var gone : List.of(late, judged)) {
            assertThat(visites.post(esteve, path(gone) + "/remise-en-place")).hasStatus(303);
            assertThat(visites.get(ines, path(gone))).hasStatus(404);
        }
    }

    @Test
    void showsWhatItWouldTakeAgainBeforeItWritesAnything() {
        var lundi = Semaine.lundi(jour.toString(), jour).plusWeeks(2);
        var calendrier = calendriers.of(cm1.ecoleId());
        var day = lundi;
        while (!Semaine.hasClasse(calendrier, day) || !Semaine.hasClasse(calendrier, day.plusWeeks(1))) {
            day = day.plusDays(1);
        }
        var pour = Semaine.lundi(day.toString(), day).plusWeeks(1);
        var entire = give("Reprendre pour tous", day, all());
        var one = give("Reprendre pour une", day, some(ines));
        var page = visites.page(esteve, classe() + "/copie?semaine=" + pour);
        assertThat(page).contains("2 travaux peuvent être repris", "Pour un élève. Reprendre pour une");
        assertThat(page).containsPattern("value=\"" + entire + "\"[^>]* checked");
        assertThat(page).doesNotContainPattern("value=\"" + one + "\"[^>]* checked");
        assertThat(standing("Reprendre pour tous")).isOne();
        assertThat(visites.post(esteve, classe() + "/copie", "semaine", pour.toString(), "lignes", entire.toString()))
                .hasStatus(303);
        assertThat(standing("Reprendre pour tous")).isEqualTo(2);
        assertThat(standing("Reprendre pour une")).isOne();
        assertThat(visites.page(esteve, classe() + "/copie?semaine=" + pour)).doesNotContain(entire.toString());
        assertThat(visites.get(visites.personnel("11", "300101"), classe() + "/copie?semaine=" + pour))
                .hasStatus(404);
    }

    @Test
    void countsWhatIsHandedBackAsDoneForAll() {
        var travail = give("Rendu sans le cocher", jour, all());
        assertThat(visites.page(esteve, path(travail))).contains("Personne ne l’a encore coché ni rendu");
        assertThat(visites.post(ines, path(travail) + "/remise", "texte", "Voilà"))
                .hasStatus(303);
        assertThat(visites.page(samira, path(travail)))
                .contains("Inès Benali l’a rendu")
                .doesNotContain("ne l’a pas coché");
        assertThat(visites.page(esteve, path(travail)))
                .contains("Un élève l’a rendu")
                .doesNotContain("Personne ne l’a encore");
        assertThat(visites.page(ines, path(travail))).doesNotContain("C’est fait");
        assertThat(visites.page(ines, "/"))
                .contains("href=\"" + path(travail) + "\"")
                .doesNotContain("name=\"montres\" value=\"" + travail + "\"");
    }

    @Test
    void tellsTheTeacherOfWhatWaitsForAWordUntilTheyAnswer() {
        jdbc.sql("update cahierdetextes.remise set remplacee_le = now() where remplacee_le is null")
                .update();
        var travail = give("Attend un mot", jour, all());
        assertThat(visites.page(esteve, "/")).doesNotContain("rendu son travail");
        assertThat(visites.post(ines, path(travail) + "/remise", "texte", "Voilà"))
                .hasStatus(303);
        assertThat(visites.page(esteve, "/")).contains("Un élève a rendu son travail", path(travail));
        assertThat(visites.page(visites.personnel("11", "300105"), "/")).doesNotContain("rendu son travail");
        var remise = jdbc.sql("select id from cahierdetextes.remise where travail_id = :t and remplacee_le is null")
                .param("t", travail)
                .query(UUID.class)
                .single();
        assertThat(visites.post(esteve, "/cahierdetextes/remises/" + remise + "/retour", "tampon", "VU"))
                .hasStatus(303);
        assertThat(visites.page(esteve, "/")).doesNotContain("rendu son travail");
    }

    @Test
    void findsTheNearestDayFirstAndASeriesOnce() {
        var far = give("Les axolotls de juin", jour.plusDays(60), all());
        var series = cahier.give(
                don("Les axolotls du vendredi", all()),
                List.of(jour.plusDays(70), jour.plusDays(77), jour.plusDays(84)),
                new Auteur(UUID.randomUUID(), esteve),
                clock.instant(),
                _ -> {});
        var near = give("Les axolotls de demain", jour, all());
        for (var reader : List.of(esteve, samira)) {
            var answer = visites.post(reader, "/recherche", "mots", "axolotls");
            assertThat(answer)
                    .bodyText()
                    .contains(path(series.getFirst()))
                    .doesNotContain(path(series.get(1)), path(series.get(2)))
                    .containsSubsequence(path(near), path(far));
        }
    }

    @Test
    void sortsPupilsAsAFrenchReaderLooksForThem() {
        assertThat(Eleve.sorted(List.of(eleve("Farid"), eleve("Élise"), eleve("Denis"), eleve("elsa"))))
                .extracting(Eleve::prenom)
                .containsExactly("Denis", "Élise", "elsa", "Farid");
    }

    @Test
    void asksWhatIsToDoBeforeWhatWasDoneAndTheDetailsBeforeTheButton() {
        assertThat(visites.page(esteve, classe() + "/nouveau"))
                .containsSubsequence(
                        "name=\"texte\"", "name=\"fait\"", "name=\"repete\"", "ent-bouton ent-bouton--grand");
    }

    // --- help ----------------------------------------------------------------------------------------------------

    private Eleve eleve(String prenom) {
        return new Eleve(UUID.randomUUID(), cm1.ecoleId(), prenom, "Martin", "", Set.of());
    }

    private Pour all() {
        return Pour.classe(cm1, null);
    }

    private Pour some(UUID... eleves) {
        return new Pour(null, List.of(Public.ofEleves(cm1.ecoleId(), List.of(eleves), Qui.ELEVES)));
    }

    private Don don(String texte, Pour pour) {
        return new Don(cm1, Nature.A_FAIRE, new Propos("Maths", texte, "", 5), pour);
    }

    private UUID give(String texte, LocalDate day, Pour pour) {
        return cahier.give(
                        don(texte, pour), List.of(day), new Auteur(UUID.randomUUID(), esteve), clock.instant(), _ -> {})
                .getFirst();
    }

    private LocalDate next(LocalDate day) {
        return Semaine.next(calendriers.of(cm1.ecoleId()), day).orElseThrow();
    }

    private UUID annonce(UUID travail) {
        return jdbc.sql("select annonce_id from cahierdetextes.travail where id = :t")
                .param("t", travail)
                .query(UUID.class)
                .single();
    }

    private int standing(String texte) {
        return jdbc.sql("select count(*)::int from cahierdetextes.travail where texte = :t and retire_le is null")
                .param("t", texte)
                .query(Integer.class)
                .single();
    }

    private String classe() {
        return "/cahierdetextes/classes/" + cm1.id();
    }

    private static String path(UUID travail) {
        return "/cahierdetextes/travaux/" + travail;
    }
}
