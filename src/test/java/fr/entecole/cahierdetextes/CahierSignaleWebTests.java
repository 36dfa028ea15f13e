package fr.entecole.cahierdetextes;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Classes;
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
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Work that Claire Estève gives to her CM1 and what Inès Benali hands back, reported.
@MondeTest
class CahierSignaleWebTests {

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
    Clock clock;

    Visites visites;
    UUID esteve;
    UUID castans;
    UUID ines;
    UUID samira;
    LocalDate jour;

    @BeforeEach
    void nothingIsReported() {
        visites = new Visites(context);
        jdbc.sql("delete from signalement.dossier").update();
        jdbc.sql("delete from cahierdetextes.travail").update();
        jdbc.sql("delete from notifications.depot").update();
        esteve = visites.personnel("11", "300102");
        castans = visites.personnel("11", "300101");
        ines = visites.eleve("500101");
        samira = visites.responsable("700101");
        jour = Semaine.next(calendriers.of(reperes.ecole("0110358E")), LocalDate.now(clock))
                .orElseThrow();
    }

    // --- work ----------------------------------------------------------------------------------------------------

    @Test
    void letsNobodyReportWorkThatTheyDoNotReadOrWrote() {
        var travail = give("Un travail moqueur");
        for (var other : List.of(
                responsable("YVAN", "GALY"), visites.eleve("500154"), visites.personnel("11", "300105"), esteve)) {
            assertThat(visites.get(other, travail(travail))).hasStatus(404);
            assertThat(visites.post(other, travail(travail), "categorie", "AUTRE"))
                    .hasStatus(404);
        }
        assertThat(visites.get(samira, remise(travail))).as("another kind").hasStatus(404);
        assertThat(visites.page(esteve, path(travail))).doesNotContain("/signaler/");
        assertThat(visites.page(samira, path(travail))).contains("Signaler ce travail", travail(travail));
        assertThat(visites.page(ines, path(travail))).contains("Quelque chose ne va pas", travail(travail));
    }

    @Test
    void sealsWhatTheWorkSaysAndLetsTheHeadDecideWithoutItsAuthor() {
        var dossier = report(ines, travail(give("Les mots du travail")));
        assertThat(sealed(dossier)).contains("Maths", "Les mots du travail");
        assertThat(decidedBy(dossier)).contains(castans.toString()).doesNotContain(esteve.toString());
        assertThat(visites.get(esteve, "/signalements/" + dossier)).hasStatus(404);
        assertThat(visites.page(castans, "/signalements/" + dossier)).contains("Les mots du travail");
    }

    @Test
    void keepsTheWorkFromPupilsAndFamiliesWhileItIsHiddenAndGivesItBack() {
        var travail = give("Un travail bizarroïde");
        var week = "/cahierdetextes?semaine=" + jour;
        var dossier = report(castans, travail(travail), "masque", "true");
        for (var reader : List.of(ines, samira)) {
            assertThat(visites.get(reader, path(travail))).hasStatus(404);
            assertThat(visites.get(reader, travail(travail))).hasStatus(404);
            assertThat(visites.page(reader, week)).doesNotContain("bizarroïde");
            assertThat(visites.page(reader, "/")).doesNotContain("bizarroïde");
        }
        assertThat(found(samira)).doesNotContain("Un travail bizarroïde");
        assertThat(found(castans)).contains("Un travail bizarroïde");
        assertThat(visites.post(ines, path(travail) + "/remise", "texte", "Voilà"))
                .hasStatus(404);
        for (var school : List.of(esteve, castans)) {
            assertThat(visites.page(school, path(travail))).contains("bizarroïde");
        }
        assertThat(told(travail)).as("the bell goes with it").isFalse();
        decide(castans, dossier, "RIEN");
        assertThat(told(travail)).isTrue();
        assertThat(visites.page(ines, path(travail))).contains("bizarroïde");
        assertThat(visites.page(samira, week)).contains("bizarroïde");
    }

    @Test
    void takesTheWorkAwayFromEveryone() {
        var travail = give("Un travail retiré pour de bon");
        decide(castans, report(samira, travail(travail)), "RETIRE");
        for (var anyone : List.of(ines, samira, esteve, castans)) {
            assertThat(visites.get(anyone, path(travail))).hasStatus(404);
        }
    }

    @Test
    void keepsWorkThatItsAuthorTookAwayMeanwhileFromComingBack() {
        var travail = give("Un travail qui voudrait revenir");
        var dossier = report(samira, travail(travail));
        assertThat(visites.post(esteve, path(travail) + "/retrait")).hasStatus(303);
        decide(castans, dossier, "RETIRE");
        assertThat(cahier.restore(travail, clock.instant().minusSeconds(3_600))).isEmpty();
        assertThat(visites.get(samira, path(travail))).hasStatus(404);
    }

    // --- what is handed back -------------------------------------------------------------------------------------

    @Test
    void letsNobodyReportWhatIsHandedBackButWhoReadsIt() {
        var travail = give("À rendre et à lire");
        var remise = hand(travail, "Une phrase de trop");
        for (var other : List.of(
                ines,
                castans,
                visites.eleve("500103"),
                responsable("YVAN", "GALY"),
                visites.personnel("11", "300105"))) {
            assertThat(visites.get(other, remise(remise))).hasStatus(404);
            assertThat(visites.post(other, remise(remise), "categorie", "AUTRE"))
                    .hasStatus(404);
        }
        assertThat(visites.page(ines, path(travail)))
                .contains("Une phrase de trop")
                .doesNotContain("/signaler/remise/");
        assertThat(visites.page(esteve, path(travail))).contains(remise(remise));
        assertThat(visites.page(samira, path(travail))).contains(remise(remise));
    }

    @Test
    void letsTheTeachersOfTheClassAndTheHeadDecideAboutWhatIsHandedBack() {
        var dossier = report(samira, remise(hand(give("À rendre et à juger"), "Une phrase scellée")));
        assertThat(sealed(dossier)).contains("Une phrase scellée", "Inès Benali");
        assertThat(decidedBy(dossier))
                .contains(castans.toString(), esteve.toString())
                .doesNotContain(ines.toString());
        assertThat(visites.page(esteve, "/signalements/" + dossier)).contains("Une phrase scellée");
        assertThat(visites.get(ines, "/signalements/" + dossier)).hasStatus(404);
    }

    @Test
    void keepsWhatIsHandedBackFromAllButItsPupilWhileItIsHidden() {
        var travail = give("À rendre et à cacher");
        var remise = hand(travail, "Une phrase cachée");
        var dossier = report(esteve, remise(remise), "masque", "true");
        for (var reader : List.of(esteve, samira)) {
            assertThat(visites.page(reader, path(travail))).doesNotContain("Une phrase cachée");
            assertThat(visites.get(reader, remise(remise))).hasStatus(404);
        }
        assertThat(visites.page(esteve, path(travail)))
                .as("not even that there is something")
                .contains("Personne ne l’a encore coché ni rendu");
        assertThat(visites.page(samira, path(travail))).doesNotContain("rendu");
        assertThat(visites.page(samira, "/cahierdetextes?semaine=" + jour)).doesNotContain("C’est rendu");
        assertThat(visites.get(esteve, "/cahierdetextes/remises/" + remise)).hasStatus(404);
        assertThat(visites.post(esteve, "/cahierdetextes/remises/" + remise + "/retour", "tampon", "VU"))
                .hasStatus(404);
        assertThat(visites.page(ines, path(travail))).contains("Une phrase cachée");
        assertThat(visites.post(castans, "/signalements/" + dossier + "/montre"))
                .hasStatus(303);
        assertThat(visites.page(samira, path(travail))).contains("Une phrase cachée");
    }

    @Test
    void takesWhatIsHandedBackAwayAndTellsItsPupilWhy() {
        var travail = give("À rendre et à retirer");
        var dossier = report(samira, remise(hand(travail, "Une phrase retirée")));
        decide(castans, dossier, "RETIRE");
        for (var anyone : List.of(ines, samira, esteve)) {
            assertThat(visites.page(anyone, path(travail))).doesNotContain("Une phrase retirée");
        }
        assertThat(visites.page(ines, "/signalements/" + dossier))
                .contains("Voici pourquoi")
                .doesNotContain("Samira");
    }

    private boolean told(UUID travail) {
        return jdbc.sql("""
                        select exists (select 1 from notifications.depot d
                                         join cahierdetextes.travail t on t.annonce_id = d.chose
                                        where t.id = :id and d.annule_le is null)
                        """).param("id", travail).query(Boolean.class).single();
    }

    private UUID give(String texte) {
        var cm1 = classes.named(List.of(reperes.classe("11", "514"))).getFirst();
        var don = new Don(cm1, Nature.A_FAIRE, new Propos("Maths", texte, "", 5), Pour.classe(cm1, null));
        return cahier.give(don, List.of(jour), new Auteur(UUID.randomUUID(), esteve), clock.instant(), _ -> {})
                .getFirst();
    }

    private UUID hand(UUID travail, String texte) {
        assertThat(visites.post(ines, path(travail) + "/remise", "texte", texte))
                .hasStatus(303);
        return jdbc.sql("select id from cahierdetextes.remise where travail_id = :t and remplacee_le is null")
                .param("t", travail)
                .query(UUID.class)
                .single();
    }

    private String found(UUID who) {
        var found = visites.post(who, "/recherche", "mots", "bizarroïde");
        assertThat(found).hasStatusOk();
        return Visites.words(found);
    }

    private static String path(UUID travail) {
        return "/cahierdetextes/travaux/" + travail;
    }

    private static String travail(UUID id) {
        return "/signaler/travail/" + id;
    }

    private static String remise(UUID id) {
        return "/signaler/remise/" + id;
    }

    private UUID report(UUID who, String signaler, String... more) {
        var fields = Stream.concat(Stream.of("categorie", "MOQUERIE"), Stream.of(more))
                .toArray(String[]::new);
        assertThat(visites.post(who, signaler, fields)).hasStatus(303);
        return jdbc.sql("select id from signalement.dossier where chose = :id order by id desc limit 1")
                .param("id", UUID.fromString(signaler.substring(signaler.lastIndexOf('/') + 1)))
                .query(UUID.class)
                .single();
    }

    private void decide(UUID who, UUID dossier, String sens) {
        assertThat(visites.post(
                        who,
                        "/signalements/" + dossier + "/decision",
                        "sens",
                        sens,
                        "motif",
                        "Voici pourquoi.",
                        "confirme",
                        "true"))
                .hasStatus(303);
    }

    private String decidedBy(UUID dossier) {
        return jdbc.sql("select pour from notifications.depot where sorte = 'signalement-recu' and chose = :id")
                .param("id", dossier)
                .query(String.class)
                .single();
    }

    private String sealed(UUID dossier) {
        return jdbc.sql("select contenu from signalement.preuve where dossier_id = :id")
                .param("id", dossier)
                .query(String.class)
                .single();
    }

    private UUID responsable(String prenom, String nom) {
        return jdbc.sql(
                        "select id from annuaire.responsable where upper(prenom) = :prenom and upper(nom) = :nom limit 1")
                .param("prenom", prenom)
                .param("nom", nom)
                .query(UUID.class)
                .single();
    }
}
