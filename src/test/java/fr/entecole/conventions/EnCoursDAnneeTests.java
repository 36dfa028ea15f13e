package fr.entecole.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.ModuleTest;
import fr.entecole.annuaire.ecoles.EcolesDesCommunes.Ecole;
import fr.entecole.conventions.Declaration.Genre;
import fr.entecole.conventions.Reprises.Retrait;
import fr.entecole.conventions.commune.DeclarationProposee;
import fr.entecole.conventions.regles.Activation;
import fr.entecole.conventions.regles.Activation.Raison;
import fr.entecole.conventions.regles.Cessation.Etape;
import fr.entecole.conventions.regles.EcoleInscrite;
import fr.entecole.conventions.regles.Etat;
import fr.entecole.conventions.regles.Fenetre;
import fr.entecole.conventions.regles.Modeles;
import fr.entecole.conventions.regles.Montant;
import fr.entecole.conventions.regles.Parametres;
import fr.entecole.conventions.regles.Succession;
import fr.entecole.conventions.titres.LectureDesTitres;
import fr.entecole.conventions.titres.Titre;
import fr.entecole.conventions.titres.Titres;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Cles;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// What happens to schools and communes while their convention runs, and what any sequence of gestures leaves.
@ModuleTest
class EnCoursDAnneeTests {

    private static final Succession NOUVELLE =
            new Succession("34777", "Commune nouvelle des Deux Clochers", "21340135900012");

    private static int communes = 10;

    @Autowired
    Annees annees;

    @Autowired
    Conventions conventions;

    @Autowired
    Avenants avenants;

    @Autowired
    Reprises reprises;

    @Autowired
    LectureDesConventions lecture;

    @Autowired
    Bascules bascules;

    @Autowired
    DeclarationProposee proposees;

    @Autowired
    Titres titres;

    @Autowired
    LectureDesTitres lectureDesTitres;

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
        insee = "341" + communes++;
        referent = someone(Profil.REFERENT_VILLE, insee);
        annee = AnneeScolaire.of(today()).rentree();
        for (int year = annee - 1; year <= annee + 1; year++) {
            publish(year);
        }
    }

    @Test
    void keepsTheBillAndOpensWhoeverTakesUpASchoolThatMerges() {
        var merged = school("0341401N", "Jean Moulin");
        var stays = school("0341406U", "Les Mûriers");
        var taker = UUID.randomUUID();
        var id = active(List.of(merged, stays));
        reprises.takeUp(merged.ecole(), insee, taker, today().plusDays(3), "Fusion", region);
        assertThat(open(today().plusDays(2))).doesNotContain(taker).contains(merged.ecole(), stays.ecole());
        assertThat(open(today().plusDays(3))).contains(taker, merged.ecole(), stays.ecole());
        var convention = lecture.one(id).orElseThrow();
        assertThat(open(convention.parametres().fin())).contains(taker);
        assertThat(open(convention.parametres().fin().plusDays(1)))
                .doesNotContain(taker, merged.ecole(), stays.ecole());
        assertThat(convention.billed(today().plusDays(30)))
                .as("named and coded as they were signed")
                .containsExactly(merged, stays);
        titres.emit(annee, region);
        assertThat(titres.emit(annee, region)).isZero();
        assertThat(standing(id)).singleElement().satisfies(titre -> {
            assertThat(titre.uais()).containsExactly("0341401N", "0341406U");
            assertThat(titre.montant()).isEqualTo(Montant.euros(80));
        });
        assertThat(convention.changees()).anySatisfy(e -> {
            assertThat(e.ecole()).isEqualTo(merged.ecole());
            assertThat(e.phrases("0341401N")).anyMatch(phrase -> phrase.startsWith("Reprise par une autre école le "));
        });

        var said = reprises.schools().stream()
                .filter(r -> r.reprise().ecole().equals(merged.ecole()))
                .findFirst()
                .orElseThrow();
        assertThat(reprises.withdrawSchool(said.id(), region)).isEqualTo(Retrait.FAIT);
        assertThat(reprises.withdrawSchool(said.id(), region)).isEqualTo(Retrait.FAIT);
        assertThat(reprises.withdrawSchool(UUID.randomUUID(), region)).isEqualTo(Retrait.INCONNU);
        assertThat(open(today().plusDays(3))).doesNotContain(taker);
    }

    @Test
    void opensOnceTheSchoolThatBothConventionsLead() {
        var merged = school("0341401N", "Jean Moulin");
        var id = active(List.of(merged));
        aCommune();
        var taker = school("0341406U", "Les Mûriers");
        var other = active(List.of(taker));
        reprises.takeUp(merged.ecole(), insee, taker.ecole(), today(), "Fusion", region);
        assertThat(reasons(today()))
                .containsEntry(taker.ecole(), Raison.CONVENTION)
                .containsEntry(merged.ecole(), Raison.CONVENTION);
        titres.emit(annee, region);
        assertThat(List.of(id, other))
                .allSatisfy(one -> assertThat(standing(one))
                        .singleElement()
                        .satisfies(titre -> assertThat(titre.uais()).hasSize(1)));
    }

    @Test
    void closesASchoolThatIsNoMoreAndBillsItToTheEndOfItsYear() {
        var gone = school("0341401N", "Jean Moulin");
        var id = active(List.of(gone, school("0341406U", "Les Mûriers")));
        reprises.takeUp(gone.ecole(), insee, null, today(), "Fermeture de l’école", region);
        assertThat(open(today())).doesNotContain(gone.ecole());
        assertThat(lecture.one(id).orElseThrow().billed(today())).contains(gone).hasSize(2);
        titres.emit(annee, region);
        assertThat(standing(id))
                .singleElement()
                .satisfies(titre -> assertThat(titre.montant()).isEqualTo(Montant.euros(80)));
    }

    @Test
    void goesOnWithTheCommuneThatSucceedsTheOneThatSigned() {
        var first = active(List.of(school("0341401N", "Jean Moulin")));
        titres.emit(annee, region);
        var before = insee;
        aCommune();
        var second = active(List.of(school("0341406U", "Les Mûriers")));
        var mayor = someone(Profil.REFERENT_VILLE, NOUVELLE.insee());
        assertThat(lecture.ofCommune(NOUVELLE.insee())).isEmpty();
        for (var old : List.of(before, insee)) {
            reprises.succeed(old, NOUVELLE, today(), "Arrêté préfectoral", region);
        }
        assertThat(lecture.ofCommune(NOUVELLE.insee()))
                .extracting(Convention::id)
                .containsExactlyInAnyOrder(first, second);
        for (var id : List.of(first, second)) {
            var convention = lecture.readable(mayor, id);
            assertThat(ConventionAccess.of(mayor).writes(convention.communes())).isTrue();
            assertThat(ConventionAccess.of(someone(Profil.REFERENT_VILLE, "34000"))
                            .reads(convention.communes()))
                    .isFalse();
            assertThat(convention.etat(today())).isEqualTo(Etat.ACTIVE);
            assertThat(convention.declaration().denomination())
                    .as("as it was signed")
                    .isEqualTo("Commune d’essai");
        }
        assertThat(ConventionAccess.of(referent)
                        .reads(lecture.one(second).orElseThrow().communes()))
                .as("whoever acted for the old one still does")
                .isTrue();
        titres.emit(annee, region);
        assertThat(standing(first))
                .as("issued before: nothing is renumbered")
                .singleElement()
                .satisfies(titre -> assertThat(titre.denomination()).isEqualTo("Commune d’essai"));
        assertThat(standing(second)).singleElement().satisfies(titre -> {
            assertThat(titre.denomination()).isEqualTo(NOUVELLE.denomination());
            assertThat(titre.siret()).isEqualTo(NOUVELLE.siret());
            assertThat(titre.communes()).containsExactlyInAnyOrder(insee, NOUVELLE.insee());
        });

        var fin = lecture.one(first).orElseThrow().parametres().fin();
        var next = conventions
                .declare(
                        mayor,
                        NOUVELLE.insee(),
                        annee + 1,
                        declaration(),
                        List.of(school("0341401N", "Jean Moulin"), school("0341406U", "Les Mûriers")))
                .orElseThrow();
        signed(next, mayor, today(), today());
        for (var id : List.of(first, second)) {
            assertThat(lecture.one(id).orElseThrow().etat(fin.plusDays(1))).isEqualTo(Etat.RENOUVELEE);
            assertThat(listed(id, fin.plusDays(1))).isEqualTo("RENOUVELEE");
        }

        reprises.communes().forEach(c -> reprises.withdrawCommune(c.id(), region));
        assertThat(lecture.ofCommune(NOUVELLE.insee()))
                .extracting(Convention::id)
                .containsExactly(next);
    }

    @Test
    void asksASyndicateForItsTitreWhateverBecomesOfTheCommune() {
        var id = conventions
                .declare(
                        referent,
                        insee,
                        annee,
                        new Declaration(
                                Genre.SYNDICAT,
                                "Syndicat scolaire",
                                "",
                                "21340135900012",
                                "Place",
                                "Guy Fabre",
                                "Président",
                                "Accueil",
                                "syndicat@example.org"),
                        List.of(school("0341401N", "Jean Moulin")))
                .orElseThrow();
        signed(id, referent, today(), today());
        reprises.succeed(insee, NOUVELLE, today(), "Arrêté préfectoral", region);
        assertThat(lecture.one(id).orElseThrow().succeededBy()).isEmpty();
        titres.emit(annee, region);
        assertThat(standing(id))
                .singleElement()
                .satisfies(titre -> assertThat(titre.denomination()).isEqualTo("Syndicat scolaire"));
        reprises.communes().forEach(c -> reprises.withdrawCommune(c.id(), region));
    }

    /// What a commune nouvelle declares for the year begins without what runs under the convention of an old one.
    @Test
    void proposesASchoolOnceToTheCommuneThatSucceeds() {
        var nouvelle = new Succession("34666", "Commune nouvelle", "21340135900012");
        var runs = school("0341401N", "Jean Moulin");
        var own = school("0341406U", "Les Mûriers");
        active(List.of(runs));
        reprises.succeed(insee, nouvelle, today(), "Arrêté préfectoral", region);
        var there = List.of(there(runs), there(own));
        assertThat(proposees.ticked(nouvelle.insee(), annee, there, today())).isEmpty();
        assertThat(proposees.ticked(nouvelle.insee(), annee + 1, there, today()))
                .containsExactly(runs.ecole());
        assertThat(conventions.declare(referent, nouvelle.insee(), annee, declaration(), List.of(own)))
                .isPresent();
        assertThat(proposees.ticked(nouvelle.insee(), annee, there, today())).containsExactly(own.ecole());
        reprises.communes().forEach(c -> reprises.withdrawCommune(c.id(), region));
    }

    private static Ecole there(EcoleInscrite ecole) {
        return new Ecole(ecole.ecole(), ecole.uai(), "11", ecole.type(), ecole.nom(), ecole.commune(), "034");
    }

    @Test
    void tellsOfASchoolOnlyWhatTouchesTheConventionAndTheAvenantsOfOthers() {
        var shared = school("0341401N", "Jean Moulin");
        var over = conventions
                .declare(referent, insee, annee - 1, declaration(), List.of(shared))
                .orElseThrow();
        signed(over, referent, today().minusYears(1), today().minusYears(1));
        var id = active(List.of(shared));
        reprises.takeUp(shared.ecole(), insee, UUID.randomUUID(), today(), "Fusion", region);
        titres.emit(annee - 1, region);
        assertThat(lecture.one(over).orElseThrow().changees())
                .as("it had ended before")
                .allMatch(e -> e.jour() == null);
        assertThat(lecture.one(id).orElseThrow().changees())
                .anySatisfy(e -> assertThat(e.phrases("0341401N"))
                        .anyMatch(phrase -> phrase.startsWith("Reprise par une autre école le ")));
        aCommune();
        var other = active(List.of(school("0341406U", "Les Mûriers")));
        assertThat(avenants.amend(
                        other,
                        AvenantRecu.Sorte.LISTE,
                        "Une école de plus",
                        List.of(school("0341406U", "Les Mûriers"), shared),
                        referent))
                .isEmpty();
        var avenant = lecture.one(other).orElseThrow().avenants().getLast().id();
        assertThat(lecture.one(id).orElseThrow().changees())
                .allMatch(e -> e.aussi().isEmpty());
        avenants.sign(other, avenant, false, today(), List.of(), referent);
        avenants.sign(other, avenant, true, today(), List.of(), region);
        assertThat(lecture.one(id).orElseThrow().changees())
                .anySatisfy(e -> assertThat(e.aussi())
                        .containsExactly(lecture.one(other).orElseThrow().numero()));
    }

    /// A commune nouvelle that joins another one later: what it had taken over goes with it.
    @Test
    void handsOnWhatItHadTakenOver() {
        var id = active(List.of(school("0341401N", "Jean Moulin")));
        reprises.succeed(insee, NOUVELLE, today(), "Arrêté", region);
        var last = new Succession("34888", "Commune nouvelle des Trois Clochers", "21340135900012");
        reprises.succeed(NOUVELLE.insee(), last, today(), "Arrêté", region);
        assertThat(lecture.ofCommune("34888")).extracting(Convention::id).contains(id);
        assertThat(lecture.ofCommune(NOUVELLE.insee())).isEmpty();
        reprises.communes().forEach(c -> reprises.withdrawCommune(c.id(), region));
    }

    @Test
    void billsAndOpensASchoolOfTwoConventionsInEach() {
        var shared = school("0341401N", "École du regroupement");
        var first = active(List.of(shared));
        var numero = lecture.one(first).orElseThrow().numero();
        aCommune();
        var second = active(List.of(shared));
        titres.emit(annee, region);
        assertThat(List.of(first, second))
                .allSatisfy(id -> assertThat(standing(id)).hasSize(1));
        assertThat(lecture.one(second).orElseThrow().changees())
                .as("said to both")
                .anySatisfy(e -> assertThat(e.aussi()).containsExactly(numero));
        for (var etape : List.of(Etape.MISE_EN_DEMEURE, Etape.CONCILIATION, Etape.ECHEC, Etape.RESILIATION)) {
            conventions.step(first, etape, today(), "Griefs", referent);
        }
        assertThat(lecture.one(first).orElseThrow().etat(today().plusDays(15))).isEqualTo(Etat.RESILIEE);
        assertThat(open(today().plusDays(15)))
                .as("as long as one of them is in force")
                .contains(shared.ecole());
    }

    @Test
    void opensFromTheSignatureOneThatIsSignedInTheYearAndNeverOneThatIsSignedAfterIt() {
        var late = school("0341401N", "Jean Moulin");
        var id = active(List.of(late));
        assertThat(open(today().minusDays(1))).doesNotContain(late.ecole());
        assertThat(open(today())).contains(late.ecole());
        aCommune();
        var after = school("0341406U", "Les Mûriers");
        var over = conventions
                .declare(referent, insee, annee - 1, declaration(), List.of(after))
                .orElseThrow();
        signed(over, referent, today(), today());
        assertThat(lecture.one(over).orElseThrow().parametres().fin()).isBefore(today());
        assertThat(open(today())).doesNotContain(after.ecole());
        assertThat(titres.emit(annee - 1, region))
                .as("nothing was given for it")
                .isZero();
        titres.emit(annee, region);
        assertThat(standing(id)).hasSize(1);
    }

    /// Two who send, or sign, at the same moment: one has done it, the other is told.
    @Test
    void letsOneOfTwoActWhenBothDoAtOnce() throws Exception {
        var id = conventions
                .declare(referent, insee, annee, declaration(), List.of(school("0341401N", "Jean Moulin")))
                .orElseThrow();
        assertThat(together(() -> conventions.transmit(id, referent))).containsExactlyInAnyOrder(true, false);
        assertThat(together(() -> conventions.sign(id, false, today(), List.of(), referent)))
                .containsExactlyInAnyOrder(true, false);
        assertThat(together(() -> conventions.sign(id, true, today(), List.of(), region)))
                .containsExactlyInAnyOrder(true, false);
        assertThat(lecture.history(id)).hasSize(3);
    }

    private static List<Boolean> together(Callable<Optional<String>> gesture) throws Exception {
        try (var people = Executors.newFixedThreadPool(2)) {
            List<Boolean> done = new ArrayList<>();
            for (var one : people.invokeAll(List.of(gesture, gesture))) {
                done.add(one.get().isEmpty());
            }
            return done;
        }
    }

    /// Whatever communes and the region do and when, what a day opens is what the rule says of whole conventions: it is
    /// worked out from narrow rows that triggers keep.
    @Test
    void opensByItsNarrowRowsWhatTheRuleOpens() {
        var random = new Random(20_261_201);
        for (int i = 0; i < 12; i++) {
            aCommune();
            lifeOf(random);
        }
        for (int days = -30; days < 460; days += 7) {
            var day = today().plusDays(days);
            var whole = lecture.since(AnneeScolaire.of(day).rentree()).stream()
                    .map(Convention::engagement)
                    .toList();
            assertThat(reasons(day))
                    .as("%s", day)
                    .isEqualTo(new Activation(whole, List.of(), reprises.said(), Set.of()).open(day));
        }
    }

    private void lifeOf(Random random) {
        int year = annee + random.nextInt(2);
        var schools = new ArrayList<EcoleInscrite>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            schools.add(school("03414" + random.nextInt(10, 99) + "N", "École " + i));
        }
        var id = conventions
                .declare(referent, insee, year, declaration(), schools)
                .orElseThrow();
        if (random.nextInt(6) == 0) {
            return;
        }
        conventions.transmit(id, today().minusDays(random.nextInt(40)), referent);
        if (random.nextInt(6) == 0) {
            conventions.sendBack(id, "Le SIRET", region);
            return;
        }
        conventions.sign(id, false, today().minusDays(20), List.of(), referent);
        if (random.nextInt(6) == 0) {
            return;
        }
        conventions.sign(id, true, today().minusDays(random.nextInt(20)), List.of(), region);
        for (int n = random.nextInt(3); n > 0; n--) {
            schools.add(school("0342" + random.nextInt(100, 999) + "N", "Ajoutée"));
            var list = n % 2 == 0 && schools.size() > 1 ? schools.subList(1, schools.size()) : schools;
            avenants.amend(id, AvenantRecu.Sorte.LISTE, "Une autre liste", List.copyOf(list), referent);
            var avenant = lecture.one(id).orElseThrow().avenants().getLast().id();
            avenants.sign(id, avenant, false, today(), List.of(), referent);
            if (random.nextBoolean()) {
                avenants.sign(id, avenant, true, today().plusDays(random.nextInt(9)), List.of(), region);
            }
        }
        if (random.nextInt(3) == 0) {
            for (var etape : List.of(Etape.MISE_EN_DEMEURE, Etape.CONCILIATION, Etape.ECHEC, Etape.RESILIATION)) {
                conventions.step(id, etape, today(), "Griefs", referent);
            }
        }
        if (random.nextInt(3) == 0) {
            reprises.takeUp(
                    schools.getFirst().ecole(),
                    insee,
                    random.nextBoolean() ? UUID.randomUUID() : null,
                    today().plusDays(random.nextInt(30)),
                    "Fusion",
                    region);
        }
    }

    /// Batches, cancellations and batches that are cut short, in any order: each convention that is due has one titre
    /// that stands, of the amount of its rule; numbers follow, and what was issued stays as it was.
    @Test
    void neitherLosesNorDoublesNorRenumbersATitreWhateverTheOrder() {
        var random = new Random(74);
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            aCommune();
            List<EcoleInscrite> schools = new ArrayList<>();
            for (int n = 0; n <= i % 3; n++) {
                schools.add(school("034140" + n + "N", "École " + n));
            }
            ids.add(active(schools));
        }
        List<String> known = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            var id = ids.get(random.nextInt(ids.size()));
            switch (random.nextInt(3)) {
                case 0 -> titres.emit(annee, region);
                case 1 -> standing(id).forEach(titre -> titres.cancel(titre.id(), "Erreur", region));
                default ->
                    transaction.executeWithoutResult(status -> {
                        titres.emit(annee, region);
                        status.setRollbackOnly();
                    });
            }
            var all = lectureDesTitres.ofAnnee(annee).stream()
                    .map(t -> t.id() + " " + t.reference() + " " + t.montant().centimes() + " " + t.uais())
                    .toList();
            assertThat(all).containsAll(known);
            known = all;
        }
        titres.emit(annee, region);
        assertThat(ids)
                .allSatisfy(id -> assertThat(standing(id))
                        .singleElement()
                        .satisfies(titre -> assertThat(titre.montant())
                                .isEqualTo(lecture.one(id).orElseThrow().montant(today()))));
        assertThat(lectureDesTitres.ofAnnee(annee).stream().filter(Titre::isReduction))
                .allSatisfy(t -> assertThat(t.annuleReference()).isNotEmpty().isNotEqualTo(t.reference()));
        assertThat(jdbc.sql("""
                                select count(*) from (
                                    select exercice, numero, row_number() over (partition by exercice order by numero) as rang
                                      from conventions.titre) q where numero <> rang
                                """).query(Integer.class).single()).isZero();
    }

    private List<Titre> standing(UUID id) {
        return lectureDesTitres.ofConvention(id).stream()
                .filter(t -> !t.annule() && !t.isReduction())
                .toList();
    }

    private Set<UUID> open(LocalDate day) {
        return reasons(day).keySet();
    }

    private Map<UUID, Raison> reasons(LocalDate day) {
        return bascules.activation(day, bascules.read()).open(day);
    }

    private String listed(UUID id, LocalDate day) {
        return jdbc.sql("select etat from conventions.suivie(:jour) where convention_id = :id")
                .param("jour", day)
                .param("id", id)
                .query(String.class)
                .single();
    }

    private UUID active(List<EcoleInscrite> schools) {
        var id = conventions
                .declare(referent, insee, annee, declaration(), schools)
                .orElseThrow();
        signed(id, referent, today(), today());
        return id;
    }

    private void signed(UUID id, Utilisateur commune, LocalDate first, LocalDate last) {
        assertThat(conventions.transmit(id, first, commune)).isEmpty();
        assertThat(conventions.sign(id, false, first, List.of(), commune)).isEmpty();
        assertThat(conventions.sign(id, true, last, List.of(), region)).isEmpty();
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

    private static EcoleInscrite school(String uai, String nom) {
        return new EcoleInscrite(UUID.randomUUID(), uai, "E.P", nom, "Lespignan", "34");
    }

    /// The year after has a window in which avenants of today count.
    private void publish(int year) {
        if (annees.of(year).isEmpty()) {
            var model = Modeles.last();
            assertThat(annees.publish(
                            new Parametres(
                                    year,
                                    4000,
                                    year < annee ? LocalDate.of(annee, 8, 20) : LocalDate.of(year + 1, 9, 5),
                                    0,
                                    year > annee ? new Fenetre(today().minusDays(1), today().plusDays(9)) : null,
                                    LocalDate.of(year, 12, 31),
                                    model.tribunal(),
                                    0,
                                    model.profils(),
                                    model.partie(),
                                    model.signataire(),
                                    model.mots(),
                                    model.texte()),
                            0,
                            region))
                    .isPresent();
        }
    }

    private LocalDate today() {
        return Dates.day(clock.instant());
    }

    private static Utilisateur someone(Profil profil, @Nullable String commune) {
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
