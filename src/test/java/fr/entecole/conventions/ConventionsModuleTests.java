package fr.entecole.conventions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.entecole.ModuleTest;
import fr.entecole.conventions.Declaration.Genre;
import fr.entecole.conventions.regles.Attente;
import fr.entecole.conventions.regles.Cessation.Etape;
import fr.entecole.conventions.regles.EcoleInscrite;
import fr.entecole.conventions.regles.Etat;
import fr.entecole.conventions.regles.Modeles;
import fr.entecole.conventions.regles.Montant;
import fr.entecole.conventions.regles.Parametres;
import fr.entecole.conventions.titres.LectureDesTitres;
import fr.entecole.conventions.titres.LectureDesTitres.Paiement;
import fr.entecole.conventions.titres.Titre;
import fr.entecole.conventions.titres.Titres;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Cles;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// What the tables keep: facts that stay, numbers that follow, two people at once.
@ModuleTest
class ConventionsModuleTests {

    private static int communes = 10;

    @Autowired
    Annees annees;

    @Autowired
    Conventions conventions;

    @Autowired
    Avenants avenants;

    @Autowired
    LectureDesConventions lecture;

    @Autowired
    Bascules bascules;

    @Autowired
    RappelsDesConventions rappels;

    @Autowired
    Titres titres;

    @Autowired
    LectureDesTitres lectureDesTitres;

    @Autowired
    ConventionsDonneesPersonnelles donnees;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private final Utilisateur region = someone(Profil.ADMINISTRATEUR, null);
    private String insee = "";
    private int annee;
    private Utilisateur referent = region;

    @BeforeEach
    void aCommune() {
        insee = "340" + communes++;
        referent = someone(Profil.REFERENT_VILLE, insee);
        annee = AnneeScolaire.of(today()).rentree();
        if (annees.of(annee).isEmpty()) {
            publish(annee, 4000);
        }
    }

    @Test
    void goesFromADraftToAnActiveConventionByDatedFacts() {
        var id = declare(2);
        assertThat(state(id)).isEqualTo(Etat.BROUILLON);
        assertThat(conventions.transmit(id, referent)).isEmpty();
        assertThat(state(id)).isEqualTo(Etat.TRANSMISE);
        assertThat(conventions.sign(id, false, today(), List.of(), referent)).isEmpty();
        assertThat(state(id)).isEqualTo(Etat.SIGNEE_COMMUNE);
        assertThat(conventions.sign(id, true, today(), List.of(), region)).isEmpty();
        var active = lecture.one(id).orElseThrow();
        assertThat(active.etat(today())).isEqualTo(Etat.ACTIVE);
        assertThat(active.attentes(today())).containsExactly(Attente.ACTE);
        assertThat(active.montant(today())).isEqualTo(Montant.euros(80));
        assertThat(lecture.history(id))
                .extracting(e -> e.sorte())
                .containsExactly("SIGNEE_REGION", "SIGNEE_COMMUNE", "TRANSMISE");
    }

    @Test
    void refusesWhatSomeoneElseHasJustDone() {
        var id = declare(1);
        assertThat(conventions.transmit(id, referent)).isEmpty();
        assertThat(conventions.transmit(id, referent)).isPresent();
        assertThat(conventions.sign(id, false, today(), List.of(), referent)).isEmpty();
        assertThat(conventions.sign(id, false, today(), List.of(), referent)).isPresent();
        assertThat(conventions.declare(referent, insee, annee, declaration(), schools(3)))
                .isEmpty();
    }

    @Test
    void countsNoSignatureOfBeforeItWasGivenBack() {
        var id = declare(1);
        conventions.transmit(id, referent);
        conventions.sign(id, false, today(), List.of(), referent);
        assertThat(conventions.sendBack(id, "Le SIRET", region)).isEmpty();
        assertThat(state(id)).isEqualTo(Etat.BROUILLON);
        assertThat(conventions.declare(referent, insee, annee, declaration(), schools(3)))
                .contains(id);
        assertThat(lecture.one(id).orElseThrow().ecoles()).hasSize(3);
        assertThat(lecture.history(id)).as("nothing of it is lost").hasSize(3);
    }

    @Test
    void keepsThePriceOfTheDayOnWhichItWasSent() {
        var draft = declare(2);
        var sent = declareElsewhere();
        conventions.transmit(sent, referent);
        int version = annees.of(annee).orElseThrow().version();
        publish(annee, 5500);
        assertThat(lecture.one(sent).orElseThrow().parametres().prix()).isEqualTo(4000);
        assertThat(lecture.one(draft).orElseThrow().parametres().prix()).isEqualTo(5500);
        assertThat(annees.publish(year(annee, 1), version, region))
                .as("someone published meanwhile")
                .isEmpty();
        publish(annee, 4000);
    }

    @Test
    void isNeverChangedInItsTables() {
        var id = declare(1);
        conventions.transmit(id, referent);
        assertThatThrownBy(() -> jdbc.sql("update conventions.fait set jour = jour + 1 where convention_id = ?")
                        .param(id)
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("never changed");
        donnees.erase(referent.personneId());
        assertThat(lecture.history(id))
                .singleElement()
                .satisfies(e -> assertThat(e.par()).isEmpty());
        assertThat(donnees.export(referent.personneId())).isEmpty();
    }

    @Test
    void opensNothingThatTheDirectoryDoesNotKnowAndSaysWhatWouldClose() {
        var id = active(2);
        var end = lecture.one(id).orElseThrow().parametres().fin();
        var wanted = bascules.activation(today(), bascules.read()).open(today());
        assertThat(wanted.keySet()).containsAll(lecture.one(id).orElseThrow().base());
        assertThat(bascules.activation(end.plusDays(1), bascules.read())
                        .open(end.plusDays(1))
                        .keySet())
                .doesNotContainAnyElementsOf(lecture.one(id).orElseThrow().base());
        assertThat(bascules.run(today())).containsEntry("ouvertes", 0L).containsEntry("fermees", 0L);
    }

    @Test
    void issuesOneTitreAConventionAndNumbersThemWithoutGaps() {
        var id = active(2);
        titres.emit(annee, region);
        assertThat(titres.emit(annee, region)).isZero();
        var titre = lectureDesTitres.ofConvention(id).getFirst();
        assertThat(titre.montant()).isEqualTo(Montant.euros(80));
        assertThat(titres.cancel(titre.id(), "Erreur", region)).isPresent();
        assertThat(titres.cancel(titre.id(), "Erreur", region)).isEmpty();
        assertThat(titres.emit(annee, region)).isOne();
        var all = lectureDesTitres.ofConvention(id);
        assertThat(all).hasSize(3);
        assertThat(all.stream().map(Titre::montant).reduce(new Montant(0), Montant::plus))
                .isEqualTo(Montant.euros(80));
        gapless();
    }

    /// Several batches at once, over many conventions: none is billed twice, no number is missing.
    @Test
    void neitherDoublesNorRenumbersWhenBatchesRunAtOnce() throws Exception {
        for (int i = 0; i < 6; i++) {
            aCommune();
            active(1);
        }
        try (var people = Executors.newFixedThreadPool(4)) {
            List<Callable<Integer>> batches = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                batches.add(() -> titres.emit(annee, region));
            }
            for (var batch : people.invokeAll(batches)) {
                batch.get();
            }
        }
        assertThat(jdbc.sql("""
                                select count(*) from (
                                    select convention_id from conventions.titre t
                                     where annule_id is null
                                       and not exists (select 1 from conventions.titre x where x.annule_id = t.id)
                                     group by convention_id having count(*) > 1) q
                                """).query(Integer.class).single()).isZero();
        gapless();
    }

    /// What a process that dies in the middle of a titre leaves: nothing of it, its number neither.
    @Test
    void takesBackTheNumberOfATitreThatIsCutShort() {
        var id = active(1);
        transaction.executeWithoutResult(status -> {
            titres.emit(annee, region);
            status.setRollbackOnly();
        });
        assertThat(lectureDesTitres.ofConvention(id)).isEmpty();
        titres.emit(annee, region);
        assertThat(lectureDesTitres.ofConvention(id)).hasSize(1);
        gapless();
    }

    /// The last one of a batch waits for somebody else, and there its connection is killed.
    @Test
    void goesOnWithWhatIsMissingAfterABatchWasKilled() throws Exception {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            aCommune();
            ids.add(active(1));
        }
        try (var person = Executors.newSingleThreadExecutor()) {
            var batch = Objects.requireNonNull(transaction.execute(_ -> {
                jdbc.sql("select id from conventions.convention where id = :id for update")
                        .param("id", ids.getLast())
                        .query(UUID.class)
                        .single();
                var running = person.submit(() -> titres.emit(annee, region));
                while (kill() == 0 && !running.isDone()) {
                    LockSupport.parkNanos(1_000_000);
                }
                return running;
            }));
            assertThatThrownBy(batch::get).as("killed").isNotNull();
        }
        assertThat(lectureDesTitres.ofConvention(ids.getFirst())).hasSize(1);
        assertThat(lectureDesTitres.ofConvention(ids.getLast())).isEmpty();
        assertThat(titres.emit(annee, region)).isOne();
        assertThat(ids)
                .allSatisfy(id -> assertThat(lectureDesTitres.ofConvention(id)).hasSize(1));
        gapless();
    }

    /// Ends who waits for a lock.
    ///
    /// @return how many
    private int kill() {
        jdbc.sql("select pg_stat_clear_snapshot()").query(_ -> {});
        return jdbc.sql("""
                        select pg_terminate_backend(pid) from pg_stat_activity
                         where datname = current_database() and wait_event_type = 'Lock' and pid <> pg_backend_pid()
                        """).query(Boolean.class).list().size();
    }

    @Test
    void readsAPaymentOnceInPartsAndKeepsThoseOfNoTitre() {
        var id = active(2);
        titres.emit(annee, region);
        var numero = lectureDesTitres.ofConvention(id).getFirst().reference();
        var lines = List.of(
                paid(insee + "-a", numero, 30), paid(insee + "-b", numero, 50), paid(insee + "-c", "1999-00001", 9));
        var first = titres.read(lines, region);
        assertThat(first.lues()).isEqualTo(3);
        assertThat(first.inconnues()).isOne();
        assertThat(titres.read(lines, region).lues()).isZero();
        var titre = lectureDesTitres.ofConvention(id).getFirst();
        assertThat(titre.paye()).isEqualTo(Montant.euros(80));
        assertThat(titre.reste()).isEqualTo(new Montant(0));
        titres.read(List.of(paid(insee + "-d", numero, 1)), region);
        assertThat(lectureDesTitres.ofConvention(id).getFirst().reste()).isEqualTo(Montant.euros(-1));
    }

    @Test
    void changesItsListByAnAvenantOnceBothHaveSignedItWhereThereIsNoWindow() {
        var id = active(2);
        var convention = lecture.one(id).orElseThrow();
        assertThat(avenants.amend(
                        id,
                        AvenantRecu.Sorte.LISTE,
                        "Une de moins",
                        convention.ecoles().subList(0, 1),
                        referent))
                .isEmpty();
        assertThat(lecture.one(id).orElseThrow().billed(today())).hasSize(2);
        var avenant = lecture.one(id).orElseThrow().avenants().getFirst().id();
        avenants.sign(id, avenant, false, today(), List.of(), referent);
        assertThat(lecture.one(id).orElseThrow().billed(today())).hasSize(2);
        avenants.sign(id, avenant, true, today(), List.of(), region);
        assertThat(avenants.sign(id, avenant, true, today(), List.of(), region)).isPresent();
        assertThat(lecture.one(id).orElseThrow().billed(today())).hasSize(1);
        assertThat(lecture.one(id).orElseThrow().listed(today())).hasSize(1);
    }

    @Test
    void awaitsAnAvenantOfWhoHasNotSignedItAndAContestationOfTheRegion() {
        var id = active(2);
        var one = lecture.one(id).orElseThrow().ecoles().subList(0, 1);
        avenants.amend(id, AvenantRecu.Sorte.LISTE, "Une de moins", one, referent);
        assertThat(attentes(id)).contains(Attente.AVENANT_COMMUNE);
        var avenant = lecture.one(id).orElseThrow().avenants().getFirst().id();
        avenants.sign(id, avenant, false, today(), List.of(), referent);
        assertThat(attentes(id)).contains(Attente.AVENANT_REGION).doesNotContain(Attente.AVENANT_COMMUNE);
        assertThat(avenants.sign(id, avenant, true, today().minusDays(1), List.of(), region))
                .as("before the commune")
                .isPresent();
        avenants.sign(id, avenant, true, today(), List.of(), region);
        assertThat(attentes(id)).containsExactly(Attente.ACTE);

        titres.emit(annee, region);
        var titre = lectureDesTitres.ofConvention(id).getFirst();
        titres.contest(titre, "Le nombre d’écoles", referent);
        assertThat(attentes(id)).contains(Attente.CONTESTATION);
        assertThat(titres.answer(titre.id(), "Deux écoles étaient inscrites", region))
                .isTrue();
        assertThat(titres.answer(titre.id(), "Encore", region)).isFalse();
        assertThat(attentes(id)).doesNotContain(Attente.CONTESTATION);
        titres.contest(titre, "Encore", referent);
        assertThat(attentes(id)).contains(Attente.CONTESTATION);
        titres.cancel(titre.id(), "Erreur", region);
        assertThat(attentes(id)).doesNotContain(Attente.CONTESTATION);
    }

    @Test
    void refusesASignatureOfTheRegionBeforeThatOfTheCommune() {
        var id = declare(1);
        conventions.transmit(id, referent);
        conventions.sign(id, false, today(), List.of(), referent);
        assertThat(conventions.sign(id, true, today().minusDays(1), List.of(), region))
                .hasValueSatisfying(phrase -> assertThat(phrase).contains("La commune a signé"));
        assertThat(conventions.sign(id, true, today(), List.of(), region)).isEmpty();
    }

    @Test
    void keepsTheWrongDocumentBesideTheOneThatReplacesIt() {
        var id = declare(1);
        conventions.transmit(id, referent);
        assertThat(conventions.replace(id, null, false, "Page manquante", List.of(), referent))
                .as("nothing is signed")
                .isPresent();
        conventions.sign(id, false, today(), List.of(), referent);
        assertThat(conventions.replace(id, null, false, "Page manquante", List.of(), referent))
                .isEmpty();
        assertThat(state(id)).isEqualTo(Etat.SIGNEE_COMMUNE);
        assertThat(lecture.history(id))
                .extracting(e -> e.sorte())
                .containsExactly("REMPLACEE_COMMUNE", "SIGNEE_COMMUNE", "TRANSMISE");
    }

    @Test
    void beginsAnotherQuarrelAfterASettlement() {
        var id = active(1);
        for (var etape : List.of(Etape.MISE_EN_DEMEURE, Etape.CONCILIATION, Etape.ACCORD, Etape.MISE_EN_DEMEURE)) {
            assertThat(conventions.step(id, etape, today(), "Griefs", referent))
                    .as("%s", etape)
                    .isEmpty();
        }
        assertThat(lecture.one(id).orElseThrow().cessation().next()).containsExactly(Etape.CONCILIATION);
        for (var etape : List.of(Etape.CONCILIATION, Etape.ECHEC, Etape.RESILIATION)) {
            assertThat(conventions.step(id, etape, today(), "Motifs", region)).isEmpty();
        }
        assertThat(lecture.one(id).orElseThrow().etat(today().plusDays(15))).isEqualTo(Etat.RESILIEE);
        assertThat(lecture.one(id).orElseThrow().etat(today().plusDays(14))).isEqualTo(Etat.ACTIVE);
    }

    @Test
    void tellsTheEndTwiceAndRemindsThreeTimesWhoStaysSilent() {
        var id = active(2);
        var fin = lecture.one(id).orElseThrow().parametres().fin();
        rappels.run(fin.minusDays(31));
        assertThat(sortes(id)).doesNotContain("AVERTIE");
        rappels.run(fin.minusDays(30));
        rappels.run(fin.minusDays(29));
        assertThat(sortes(id).stream().filter("AVERTIE"::equals)).hasSize(1);
        rappels.run(fin.minusDays(6));
        rappels.run(fin);
        assertThat(sortes(id).stream().filter("AVERTIE"::equals)).hasSize(2);

        aCommune();
        var draft = declare(1);
        rappels.run(today().plusDays(9));
        assertThat(sortes(draft)).isEmpty();
        rappels.run(today().plusDays(10));
        assertThat(sortes(draft)).containsExactly("RELANCE");
    }

    /// A list of all reads one narrow row a convention: it says of each, on any day, what the convention itself says.
    @Test
    void saysInAListWhatEachConventionSays() {
        int later = annee + 3;
        if (annees.of(later).isEmpty()) {
            assertThat(annees.publish(withNotice(later), 0, region)).isPresent();
        }
        var ended = active(1);
        for (var etape : List.of(Etape.MISE_EN_DEMEURE, Etape.CONCILIATION, Etape.ECHEC, Etape.RESILIATION)) {
            conventions.step(ended, etape, today(), "Griefs", referent);
        }
        aCommune();
        var amended = active(2);
        avenants.amend(
                amended,
                AvenantRecu.Sorte.LISTE,
                "Une de moins",
                lecture.one(amended).orElseThrow().ecoles().subList(0, 1),
                referent);
        titres.emit(annee, region);
        titres.contest(lectureDesTitres.ofConvention(amended).getFirst(), "Le nombre", referent);
        aCommune();
        declare(1);
        aCommune();
        var back = declare(1);
        conventions.transmit(back, referent);
        conventions.sign(back, true, today(), List.of(), region);
        aCommune();
        var sentBack = declare(1);
        conventions.transmit(sentBack, referent);
        conventions.sendBack(sentBack, "Le SIRET", region);
        aCommune();
        var noticed = conventions
                .declare(referent, insee, later, declaration(), schools(1))
                .orElseThrow();
        conventions.transmit(noticed, referent);
        conventions.sign(noticed, false, today(), List.of(), referent);
        conventions.sign(noticed, true, today(), List.of(), region);
        conventions.step(noticed, Etape.PREAVIS, today(), "Nous partons", referent);

        for (int year : List.of(annee, later)) {
            var all = lecture.ofAnnee(year);
            assertThat(all).isNotEmpty();
            for (var day : List.of(
                    today(),
                    today().plusDays(14),
                    today().plusDays(15),
                    today().plusMonths(1),
                    LocalDate.of(year + 1, 9, 5),
                    LocalDate.of(year + 1, 9, 6))) {
                assertThat(listed(year, day))
                        .as("%s", day)
                        .isEqualTo(all.stream()
                                .collect(Collectors.toMap(
                                        Convention::id,
                                        c -> c.etat(day) + " "
                                                + c.attentes(day).stream()
                                                        .map(Attente::name)
                                                        .toList())));
            }
        }
    }

    private Map<UUID, String> listed(int year, LocalDate day) {
        Map<UUID, String> listed = new HashMap<>();
        jdbc.sql("select convention_id, etat, attentes from conventions.suivie(:jour) where annee = :annee")
                .param("jour", day)
                .param("annee", year)
                .query(rs -> {
                    listed.put(
                            rs.getObject("convention_id", UUID.class),
                            rs.getString("etat") + " " + Colonnes.strings(rs, "attentes"));
                });
        return listed;
    }

    @Test
    void isRenewedOnceTheYearAfterIsSigned() {
        var id = active(1);
        var after = lecture.one(id).orElseThrow().parametres().fin().plusDays(1);
        assertThat(lecture.one(id).orElseThrow().etat(after)).isEqualTo(Etat.ECHUE);
        int next = annee + 1;
        if (annees.of(next).isEmpty()) {
            publish(next, 4000);
        }
        var following = conventions
                .declare(referent, insee, next, declaration(), schools(1))
                .orElseThrow();
        conventions.transmit(following, referent);
        conventions.sign(following, false, today(), List.of(), referent);
        assertThat(lecture.one(id).orElseThrow().etat(after)).isEqualTo(Etat.ECHUE);
        conventions.sign(following, true, today(), List.of(), region);
        assertThat(lecture.one(id).orElseThrow().etat(after)).isEqualTo(Etat.RENOUVELEE);
        assertThat(listed(annee, after).get(id)).startsWith("RENOUVELEE");
    }

    private List<String> sortes(UUID id) {
        return lecture.history(id).stream().map(e -> e.sorte()).toList();
    }

    private Set<Attente> attentes(UUID id) {
        return lecture.one(id).orElseThrow().attentes(today());
    }

    private void gapless() {
        assertThat(jdbc.sql("""
                                select count(*) from (
                                    select exercice, numero, row_number() over (partition by exercice order by numero) as rang
                                      from conventions.titre) q where numero <> rang
                                """).query(Integer.class).single()).isZero();
    }

    private Paiement paid(String reference, String numero, int euros) {
        return new Paiement(reference, numero, Montant.euros(euros), today());
    }

    private UUID active(int schools) {
        var id = declare(schools);
        conventions.transmit(id, referent);
        conventions.sign(id, false, today(), List.of(), referent);
        conventions.sign(id, true, today(), List.of(), region);
        return id;
    }

    private UUID declare(int schools) {
        return conventions
                .declare(referent, insee, annee, declaration(), schools(schools))
                .orElseThrow();
    }

    private UUID declareElsewhere() {
        return conventions
                .declare(referent, insee + "9", annee, declaration(), schools(1))
                .orElseThrow();
    }

    private static Declaration declaration() {
        return new Declaration(
                Genre.COMMUNE,
                "Commune d’essai",
                "",
                "21340135900012",
                "Place, 34710 Lespignan",
                "Guy Fabre",
                "Maire",
                "Christine Rascol",
                "mairie@example.org");
    }

    private static List<EcoleInscrite> schools(int count) {
        List<EcoleInscrite> list = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            list.add(new EcoleInscrite(UUID.randomUUID(), "0341401N", "E.M", "École", "Lespignan", "34"));
        }
        return list;
    }

    private void publish(int year, long prix) {
        int known = annees.of(year).map(Annees.Version::version).orElse(0);
        assertThat(annees.publish(year(year, prix), known, region)).isPresent();
    }

    /// As in 2020-21: a party may leave a month after its letter.
    private static Parametres withNotice(int year) {
        var p = year(year, 4000);
        return new Parametres(
                year,
                p.prix(),
                p.fin(),
                1,
                p.fenetre(),
                p.tolerance(),
                p.tribunal(),
                p.beaucoup(),
                p.profils(),
                p.partie(),
                p.signataire(),
                p.mots(),
                p.texte());
    }

    private static Parametres year(int year, long prix) {
        var model = Modeles.last();
        return new Parametres(
                year,
                prix,
                LocalDate.of(year + 1, 9, 5),
                0,
                null,
                null,
                model.tribunal(),
                0,
                model.profils(),
                model.partie(),
                model.signataire(),
                model.mots(),
                model.texte());
    }

    private Etat state(UUID id) {
        return lecture.one(id).orElseThrow().etat(today());
    }

    private LocalDate today() {
        return Dates.day(clock.instant());
    }

    private static Utilisateur someone(Profil profil, @org.jspecify.annotations.Nullable String commune) {
        var id = UUID.randomUUID();
        return new Utilisateur(
                UUID.randomUUID(),
                id,
                Set.of(id),
                profil,
                "Essai",
                "Essai",
                Set.of(),
                commune,
                null,
                null,
                null,
                "",
                null,
                List.of(),
                Cles.AUCUNE);
    }
}
