package fr.entecole.liaison;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.ComptageSql;
import fr.entecole.MondeTest;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import fr.entecole.calendrier.Calendrier;
import fr.entecole.calendrier.Calendriers;
import fr.entecole.comptes.Comptes;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.liaison.CahierDeLiaison.Auteur;
import fr.entecole.liaison.CahierDeLiaison.Propos;
import fr.entecole.liaison.CahierDeLiaison.Redite;
import fr.entecole.redaction.TexteRiche;
import fr.entecole.socle.Dates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// The CM1 of Claire Estève and its families; each test publishes a mot of its own.
@MondeTest
class LiaisonWebTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    @Autowired
    Calendriers calendriers;

    @Autowired
    CahierDeLiaison cahier;

    @Autowired
    Comptes comptes;

    @Autowired
    Clock clock;

    Visites visites;
    UUID curie;
    UUID cm1;
    UUID esteve;
    UUID castans;
    UUID samira;
    UUID karim;
    UUID yvan;
    Public familles;

    @BeforeEach
    void people() {
        visites = new Visites(context);
        curie = reperes.ecole("0110358E");
        cm1 = reperes.classe("11", "514");
        esteve = visites.personnel("11", "300102");
        castans = visites.personnel("11", "300101");
        samira = responsable("SAMIRA", "BENALI");
        karim = responsable("KARIM", "BENALI");
        yvan = responsable("YVAN", "GALY");
        familles = Public.ofClasse(curie, cm1, Qui.RESPONSABLES);
    }

    // --- read ----------------------------------------------------------------------------------------------------

    @Test
    void hidesTheMotFromAllButTheFamiliesOfTheClass() {
        var mot = delivered("Bottes", familles);
        for (var stranger : List.of(
                yvan,
                responsable("OLENA", "KOVALENKO"),
                visites.eleve("500101"),
                visites.personnel("11", "300105"),
                visites.personnel("11", "300116"))) {
            assertThat(visites.get(stranger, path(mot))).hasStatus(404);
            assertThat(visites.page(stranger, "/liaison")).doesNotContain("Bottes pour");
        }
        assertThat(visites.get(visites.agent("Puech"), path(mot))).hasStatus(404);
        assertThat(visites.page(samira, path(mot))).contains("Bottes", "Il en faut.");
    }

    @Test
    void hidesAMotUntilItsDelivery() {
        var mot = publish("Patience", familles, clock.instant().plus(Duration.ofHours(8)));
        assertThat(visites.get(samira, path(mot))).hasStatus(404);
        assertThat(visites.page(samira, "/liaison")).doesNotContain("Patience");
        assertThat(visites.page(samira, "/")).doesNotContain("Patience");
        assertThat(visites.page(esteve, path(mot))).contains("Sera remis", "d’ici là, personne ne le voit");
        deliver(mot);
        assertThat(visites.page(samira, path(mot))).contains("Patience");
    }

    @Test
    void recordsThatEachGuardianHasReadAndTellsNeitherOfTheOther() {
        var mot = delivered("Chacun pour soi", familles);
        assertThat(visites.page(samira, path(mot))).doesNotContain("Karim");
        assertThat(readers(mot)).containsExactly(samira);
        assertThat(visites.page(karim, "/liaison")).contains("Chacun pour soi", "À lire");
        assertThat(visites.page(esteve, path(mot)))
                .containsPattern("Samira Benali</span><br><span class=\"ent-etat ent-etat--ok\"")
                .containsPattern("Karim Benali</span><br><span class=\"ent-etat ent-etat--attn\"");
        assertThat(visites.page(karim, path(mot))).doesNotContain("Samira");
        assertThat(readers(mot)).containsExactlyInAnyOrder(samira, karim);
    }

    @Test
    void tellsAuthorityLostBetweenPublishingAndDeliveryAndAfter() {
        var mot = publish("Autorité", familles, clock.instant().plus(Duration.ofHours(2)));
        var restriction = keepOut(karim, "INES", "BENALI");
        deliver(mot);
        assertThat(visites.get(karim, path(mot))).hasStatus(404);
        assertThat(visites.page(samira, path(mot))).contains("Autorité");
        assertThat(visites.page(esteve, path(mot))).contains("Samira Benali").doesNotContain("Karim Benali");
        lift(restriction);
        assertThat(visites.page(karim, path(mot))).contains("Autorité");
        var again = keepOut(karim, "INES", "BENALI");
        assertThat(visites.get(karim, path(mot))).hasStatus(404);
        assertThat(visites.page(karim, "/liaison")).doesNotContain("Autorité");
        lift(again);
    }

    @Test
    void followsChildrenWhoChangeClassOrLeave() {
        var mot = publish("La classe change", familles, clock.instant().plus(Duration.ofHours(2)));
        var ines = eleve("INES", "BENALI");
        jdbc.sql("update annuaire.eleve_classe set fini_le = current_date where eleve_id = :e and fini_le is null")
                .param("e", ines)
                .update();
        forget();
        deliver(mot);
        assertThat(visites.get(samira, path(mot))).hasStatus(404);
        assertThat(visites.page(esteve, path(mot))).doesNotContain("Inès Benali");
        jdbc.sql("update annuaire.eleve_classe set fini_le = null where eleve_id = :e and classe_id = :c")
                .param("e", ines)
                .param("c", cm1)
                .update();
        jdbc.sql("update annuaire.eleve set suspendu_le = clock_timestamp() where id = :e")
                .param("e", ines)
                .update();
        forget();
        assertThat(visites.get(samira, path(mot))).hasStatus(404);
        jdbc.sql("update annuaire.eleve set suspendu_le = null where id = :e")
                .param("e", ines)
                .update();
        forget();
        assertThat(visites.page(samira, path(mot))).contains("La classe change");
    }

    @Test
    void showsMotsOfTwoSchoolsOnceEach() {
        var daudet = reperes.ecole("0110359F");
        var ms = reperes.classe("11", "521");
        delivered("Pour l’école", Public.ofEcole(curie, Qui.RESPONSABLES));
        delivered("Le doudou du matin", Public.ofClasse(daudet, ms, Qui.RESPONSABLES));
        delivered(
                "Pour deux raisons",
                familles,
                Public.ofEleves(curie, Set.of(eleve("INES", "BENALI")), Qui.RESPONSABLES));
        var page = visites.page(samira, "/liaison");
        for (var titre : List.of("<b>Pour l’école", "<b>Le doudou du matin", "<b>Pour deux raisons")) {
            assertThat(page).containsOnlyOnce(titre);
        }
        assertThat(page).contains("Younes Benali", "Inès Benali");
        assertThat(visites.statements(samira, "/liaison")).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void readsInSeptemberWhatWasWrittenToAClassThatIsOver() {
        var mot = delivered("En juin", familles);
        jdbc.sql("update annuaire.classe set archivee_le = clock_timestamp() where id = :c")
                .param("c", cm1)
                .update();
        forget();
        assertThat(visites.page(samira, path(mot))).contains("En juin");
        assertThat(visites.page(esteve, path(mot))).contains("En juin").doesNotContain("Samira");
        assertThat(visites.get(yvan, path(mot))).hasStatus(404);
        jdbc.sql("update annuaire.classe set archivee_le = null where id = :c")
                .param("c", cm1)
                .update();
        forget();
    }

    @Test
    void showsACorrectionAsSuchAndAsksToReadItAgain() {
        var mot = delivered("Rendez-vous à 14 h", familles);
        visites.page(samira, path(mot));
        correct(mot, "Rendez-vous à 15 h", clock.instant());
        assertThat(visites.page(samira, "/liaison")).contains("Rendez-vous à 15 h", "Corrigé, à lire");
        assertThat(visites.page(esteve, path(mot))).contains("pas la correction");
        assertThat(visites.page(samira, path(mot))).contains("Corrigé aujourd’hui", "Rendez-vous à 15 h");
        assertThat(visites.page(esteve, path(mot))).doesNotContain("pas la correction");
    }

    @Test
    void keepsTheFirstVersionForFamiliesUntilACorrectionIsDelivered() {
        var mot = delivered("Ce soir", familles);
        correct(mot, "Demain soir", clock.instant().plus(Duration.ofHours(9)));
        assertThat(visites.page(samira, path(mot))).contains("Ce soir").doesNotContain("Demain soir");
        assertThat(visites.page(esteve, path(mot))).contains("Demain soir");
    }

    @Test
    void letsAPupilReadWhatIsForThemToo() {
        var now = clock.instant().minusSeconds(60);
        var both = cahier.publish(
                new Redaction(List.of(familles), true, "Le cross", TexteRiche.of("Une gourde."), now),
                auteur(esteve),
                now);
        var parents = delivered("Entre adultes", familles);
        var ilyes = visites.eleve("500101");
        assertThat(visites.page(ilyes, path(both))).contains("Une gourde.").doesNotContain("chaque responsable");
        assertThat(visites.get(ilyes, path(parents))).hasStatus(404);
        assertThat(visites.page(ilyes, "/liaison")).contains("Le cross").doesNotContain("Entre adultes");
        assertThat(visites.page(ilyes, "/")).contains("Les mots pour toi");
        assertThat(readers(both)).isEmpty();
    }

    @Test
    void findsAmongOnesOwnMotsInFrench() {
        var now = clock.instant();
        var texte = TexteRiche.of("# Le matin\n\n- des jumelles\n- une gourde");
        var mot = cahier.publish(
                new Redaction(List.of(familles), false, "Sortie à l’étang", texte, now), auteur(esteve), now);
        for (var saisie : List.of("etang", "jumelle", "sorti", "matin gourdes")) {
            assertThat(visites.page(samira, "/liaison?cherche=" + saisie)).contains(path(mot));
            assertThat(visites.page(esteve, "/liaison?cherche=" + saisie)).contains(path(mot));
            assertThat(visites.page(yvan, "/liaison?cherche=" + saisie)).doesNotContain(path(mot));
        }
        assertThat(visites.page(samira, "/liaison?cherche=girafe")).contains("Aucun mot ne dit « girafe »");
        assertThat(visites.page(samira, path(mot))).contains("<h2>Le matin</h2>", "<li><p>des jumelles</p></li>");
    }

    // --- follow up -----------------------------------------------------------------------------------------------

    @Test
    void saysWhoCannotBeReachedAndWhy() {
        var ecole = reperes.ecole("0341406U");
        var roux = visites.personnel("11", "300115");
        var nora = eleve("NORA", "HADDAD");
        var mot = publishBy(roux, "Pour Nora", clock.instant(), Public.ofEleves(ecole, Set.of(nora), Qui.RESPONSABLES));
        assertThat(visites.page(roux, path(mot))).contains("un organisme n’a pas de compte", "n’est jamais venu ici");
        var milan = eleve("MILAN", "ORTEGA");
        var peyre = visites.personnel("11", "300116");
        var other = publishBy(
                peyre, "Pour Milan", clock.instant(), Public.ofEleves(ecole, Set.of(milan), Qui.RESPONSABLES));
        assertThat(visites.page(peyre, path(other))).contains("Aucun responsable connu");
    }

    @Test
    void tellsTwoEntriesOfOnePersonOnceWhenTheirAccountsAreJoined() {
        var ecole = reperes.ecole("0110358E");
        var nunez = jdbc.sql(
                        "select id from annuaire.responsable where annuaire.cle(nom) = 'nunez' and annuaire.cle(prenom) = 'david' order by id")
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .list();
        assertThat(nunez).hasSize(2);
        var first = comptes.ofPersonne(nunez.getFirst()).orElseThrow();
        var second = comptes.ofPersonne(nunez.getLast()).orElseThrow();
        assertThat(comptes.join(first, second, Set.of(ecole))).isTrue();
        forget();
        var leo = jdbc.sql("select eleve_id from annuaire.lien where responsable_id = :r")
                .param("r", nunez.getFirst())
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .single();
        var mot =
                publishBy(castans, "Pour Léo", clock.instant(), Public.ofEleves(ecole, Set.of(leo), Qui.RESPONSABLES));
        visites.page(nunez.getFirst(), path(mot));
        assertThat(readers(mot)).containsExactlyInAnyOrderElementsOf(nunez);
        assertThat(visites.page(castans, "/liaison")).containsPattern("(?s)Pour Léo</b>.{0,400}Lu par une personne");
        var page = visites.page(castans, path(mot));
        assertThat(page).containsOnlyOnce("David Nuñez</span><br>");
        assertThat(page).contains("responsable a lu</dt><dd>1</dd>");
    }

    @Test
    void filtersTheFollowUp() {
        var mot = delivered("Filtré", familles);
        visites.page(samira, path(mot));
        assertThat(visites.page(esteve, path(mot) + "?qui=lu"))
                .contains("Samira Benali</span>")
                .doesNotContain("Karim");
        assertThat(visites.page(esteve, path(mot) + "?qui=pas_encore"))
                .contains("Karim Benali</span>")
                .doesNotContain("Samira Benali</span>", "n’est jamais venu ici");
        assertThat(visites.page(esteve, path(mot) + "?qui=sans_compte"))
                .contains("n’est jamais venu ici")
                .doesNotContain("Karim Benali</span>");
    }

    @Test
    void overwritesNoCorrectionWrittenMeanwhile() {
        var mot = delivered("À deux", familles);
        correct(mot, "À deux mains", clock.instant());
        var behind = visites.post(
                castans,
                path(mot) + "/correction",
                "titre",
                "À deux",
                "texte",
                "Il en faut six.",
                "texte-version",
                "1");
        assertThat(behind).hasStatus(422);
        assertThat(Visites.words(behind)).contains("Pendant que vous écriviez", "Il en faut six.");
        assertThat(visites.page(samira, path(mot))).contains("À deux mains").doesNotContain("six");
    }

    @Test
    void showsTheHeadTheMotsOfTheSchoolAndAColleagueNothing() {
        var mot = delivered("De la classe", familles);
        assertThat(visites.page(castans, "/liaison")).contains("De la classe");
        assertThat(visites.page(castans, path(mot))).contains("Qui l’a lu", "Samira Benali");
        assertThat(visites.page(visites.personnel("11", "300105"), "/liaison")).doesNotContain("De la classe");
    }

    @Test
    void keepsToItsStatements() {
        var mot = delivered("Combien", familles);
        var sent = visites.statements(esteve, path(mot));
        assertThat(sent).hasSizeLessThanOrEqualTo(3);
        assertThat(ComptageSql.each(sent)).hasSizeLessThanOrEqualTo(5);
        assertThat(visites.statements(esteve, "/liaison")).hasSizeLessThanOrEqualTo(1);
        visites.page(samira, path(mot));
        assertThat(ComptageSql.each(visites.statements(samira, "/liaison"))).hasSizeLessThanOrEqualTo(5);
        assertThat(visites.statements(samira, path(mot))).hasSizeLessThanOrEqualTo(5);
        assertThat(visites.statements(esteve, "/liaison/nouveau")).hasSizeLessThanOrEqualTo(12);
    }

    // --- write ---------------------------------------------------------------------------------------------------

    @Test
    void choosesTheTeachersClassBeforeAnythingIsTyped() {
        assertThat(visites.page(esteve, "/liaison/nouveau"))
                .contains(
                        "Le destinataire est déjà choisi : Familles du CM1 Mme Estève",
                        "value=\"" + familles.code() + "\" checked",
                        "26 enfants, 42 responsables",
                        "Aude Delmas",
                        "Ce mot disparaîtra le 31 août")
                .doesNotContain("Yvan Galy");
    }

    @Test
    void publishesOnceWhatTwoTabsSend() {
        for (int tab = 0; tab < 2; tab++) {
            assertThat(write(esteve, "Deux onglets", familles.code())).hasStatus(303);
        }
        assertThat(jdbc.sql("select count(*) from liaison.version where titre = 'Deux onglets'")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void refusesWhomOneMayNotAddress() {
        var ce2 = reperes.classe("11", "513");
        assertThat(write(
                        esteve,
                        "Non",
                        Public.ofClasse(curie, ce2, Qui.RESPONSABLES).code()))
                .hasStatus(404);
        assertThat(write(esteve, "Non", Public.ofEcole(curie, Qui.RESPONSABLES).code()))
                .hasStatus(404);
        assertThat(write(esteve, "Non", Public.ofClasse(curie, cm1, Qui.EQUIPE).code()))
                .hasStatus(404);
        assertThat(write(visites.personnel("11", "300117"), "Non", familles.code()))
                .hasStatus(404);
        assertThat(write(visites.byHand("Calas"), "Non", familles.code())).hasStatus(404);
        assertThat(jdbc.sql("select count(*) from liaison.version where titre = 'Non'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void losesNothingOfWhatWasTypedWhenSomethingIsMissing() {
        var answer = visites.post(esteve, "/liaison/mots", "titre", "Sans texte", "pour", familles.code());
        assertThat(answer).hasStatus(422);
        assertThat(Visites.words(answer)).contains("Écrivez votre mot.", "value=\"Sans texte\"");
        var nobody = visites.post(esteve, "/liaison/mots", "titre", "À qui", "texte", "Bonjour.");
        assertThat(nobody).hasStatus(422);
        assertThat(Visites.words(nobody)).contains("Choisissez à qui ce mot est destiné.", "Bonjour.");
    }

    @Test
    void findsWithoutAScriptAndKeepsWhatWasTyped() {
        var answer = visites.post(
                esteve,
                "/liaison/mots",
                "titre",
                "En cours",
                "texte",
                "Bonjour.",
                "cherche",
                "delams",
                "geste",
                "chercher");
        assertThat(answer).hasStatusOk();
        assertThat(Visites.words(answer)).contains("Famille de Zoé Delmas", "value=\"En cours\"", "Bonjour.");
    }

    @Test
    void addressesTheClassesOfATeacherOfTwoSchoolsOneAtATime() {
        var faure = visites.personnel("16", "300102");
        var fontaines = Public.ofClasse(reperes.ecole("0311696A"), reperes.classe("16", "501"), Qui.RESPONSABLES);
        var laique = Public.ofClasse(reperes.ecole("0311710R"), reperes.classe("16", "502"), Qui.RESPONSABLES);
        assertThat(visites.page(faure, "/liaison/nouveau")).contains(fontaines.code(), laique.code());
        assertThat(write(faure, "À l’un", fontaines.code())).hasStatus(303);
        var both = visites.post(
                faure,
                "/liaison/mots",
                "titre",
                "Aux deux",
                "texte",
                "Bonjour.",
                "pour",
                fontaines.code(),
                "pour",
                laique.code());
        assertThat(both).hasStatus(422);
        assertThat(Visites.words(both)).contains("une seule école à la fois");
    }

    /// What is written at 23:00 on the last Friday before the holidays reaches families when they are over.
    @Test
    void waitsForTheEndOfTheHolidays() {
        var friday =
                LocalDateTime.of(2026, 12, 18, 23, 0).atZone(Calendrier.PARIS).toInstant();
        assertThat(calendriers.of(curie).delivery(friday))
                .contains(LocalDateTime.of(2027, 1, 4, 7, 0)
                        .atZone(Calendrier.PARIS)
                        .toInstant());
        assertThat(Dates.moment(
                        calendriers.of(curie).delivery(friday).orElseThrow(),
                        friday.atZone(Calendrier.PARIS).toLocalDate()))
                .isEqualTo("lundi 4 janvier à 7\u00a0h");
    }

    @Test
    void stopsAReplacementWhoseFunctionHasEnded() {
        var gaubert = visites.personnel("11", "300105");
        var ce2 = Public.ofClasse(curie, reperes.classe("11", "513"), Qui.RESPONSABLES);
        assertThat(write(gaubert, "Pendant ses jours", ce2.code())).hasStatus(303);
        jdbc.sql("update annuaire.fonction set fini_le = current_date where personnel_id = :p and fini_le is null")
                .param("p", gaubert)
                .update();
        forget();
        assertThat(visites.post(gaubert, "/liaison/mots", "titre", "Après", "texte", "Non.", "pour", ce2.code()))
                .satisfies(
                        answer -> assertThat(answer.getResponse().getStatus()).isIn(302, 404));
        jdbc.sql("update annuaire.fonction set fini_le = null where personnel_id = :p")
                .param("p", gaubert)
                .update();
        forget();
    }

    @Test
    void takesBackUntilSomebodyHasRead() {
        var mot = delivered("Trop vite", familles);
        visites.page(samira, path(mot));
        assertThat(visites.post(esteve, path(mot) + "/retrait"))
                .hasStatus(303)
                .hasHeader("Location", path(mot) + "?fait=lu");
        var other = delivered("À reprendre", familles);
        assertThat(visites.post(esteve, path(other) + "/retrait")).hasStatus(303);
        assertThat(visites.get(samira, path(other)))
                .as("it was there for her")
                .hasStatus(410)
                .bodyText()
                .contains("Ce mot a été retiré par l’école");
        assertThat(visites.get(yvan, path(other))).as("never for him").hasStatus(404);
        assertThat(visites.post(esteve, path(other) + "/retrait")).hasStatus(303);
        assertThat(visites.get(esteve, path(other))).hasStatus(404);
    }

    @Test
    void saysOnHomesWhatAwaitsAndWhoHasRead() {
        delivered("Sur l’accueil", familles);
        assertThat(visites.page(samira, "/")).contains("mots à lire", "Le dernier : Sur l’accueil");
        assertThat(visites.page(esteve, "/")).contains("Un mot aux familles", "Votre dernier mot");
        assertThat(visites.page(esteve, "/")).contains("href=\"/liaison\"");
    }

    @Test
    void goesOnPageByPageWithNothingTwice() {
        for (int i = 0; i < 35; i++) {
            delivered("Feuille " + (100 + i), familles);
        }
        var page = visites.page(karim, "/liaison");
        var next = page.replaceAll("(?s).*href=\"(/liaison\\?apres=[^\"]+)\".*", "$1");
        assertThat(next).startsWith("/liaison?apres=");
        var second = visites.page(karim, next);
        for (int i = 0; i < 35; i++) {
            var titre = "Feuille " + (100 + i);
            assertThat(page.contains(titre)).isNotEqualTo(second.contains(titre));
        }
    }

    // -------------------------------------------------------------------------------------------------------------

    private MvcTestResult write(UUID personne, String titre, String pour) {
        return visites.post(personne, "/liaison/mots", "titre", titre, "texte", "Bonjour.", "pour", pour);
    }

    private UUID delivered(String titre, Public... pour) {
        return publishBy(esteve, titre, clock.instant(), pour);
    }

    private UUID publish(String titre, Public pour, Instant visibleLe) {
        return publishBy(esteve, titre, visibleLe, pour);
    }

    private UUID publishBy(UUID personne, String titre, Instant visibleLe, Public... pour) {
        return cahier.publish(
                new Redaction(List.of(pour), false, titre, TexteRiche.of("Il en faut."), visibleLe),
                auteur(personne),
                clock.instant().isAfter(visibleLe) ? visibleLe : clock.instant());
    }

    private void correct(UUID mot, String titre, Instant visibleLe) {
        cahier.correct(
                mot,
                1,
                new Propos(titre, TexteRiche.of("Il en faut.")),
                auteur(esteve),
                clock.instant(),
                visibleLe,
                Redite.RIEN);
    }

    private Auteur auteur(UUID personne) {
        return new Auteur(comptes.ofPersonne(personne).orElseThrow(), personne);
    }

    private void deliver(UUID mot) {
        for (var table : List.of("mot m set publie_le = :le, ", "version m set ")) {
            jdbc.sql("update liaison." + table + "visible_le = :le where " + (table.startsWith("mot") ? "id" : "mot_id")
                            + " = :mot")
                    .param("mot", mot)
                    .param("le", CahierDeLiaison.utc(clock.instant().minusSeconds(30)))
                    .update();
        }
    }

    private List<UUID> readers(UUID mot) {
        return jdbc.sql("select personne_id from liaison.lecture where mot_id = :mot")
                .param("mot", mot)
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .list();
    }

    private UUID keepOut(UUID responsable, String prenom, String nom) {
        var id = jdbc.sql("""
                        insert into annuaire.restriction (eleve_id, responsable_id, depuis, preuve, posee_le)
                        values (:eleve, :responsable, current_date - 1, 'jugement', clock_timestamp()) returning id
                        """)
                .param("eleve", eleve(prenom, nom))
                .param("responsable", responsable)
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .single();
        forget();
        return id;
    }

    private void lift(UUID restriction) {
        jdbc.sql("delete from annuaire.restriction where id = :id")
                .param("id", restriction)
                .update();
        forget();
    }

    private void forget() {
        new EnTantQue(context).forgetWhatThisNodeRemembers();
    }

    private UUID responsable(String prenom, String nom) {
        return id("annuaire.responsable", prenom, nom);
    }

    private UUID eleve(String prenom, String nom) {
        return id("annuaire.eleve", prenom, nom);
    }

    private UUID id(String table, String prenom, String nom) {
        return jdbc.sql(
                        "select id from " + table
                                + " where annuaire.cle(prenom) = annuaire.cle(:prenom) and annuaire.cle(nom) = annuaire.cle(:nom)")
                .param("prenom", prenom)
                .param("nom", nom)
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .single();
    }

    private static String path(UUID mot) {
        return "/liaison/mots/" + mot;
    }
}
