package fr.entecole.annuaire.aaf;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.EntTest;
import fr.entecole.annuaire.LotApplique;
import fr.entecole.socle.Cle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.context.event.GenericApplicationListener;
import org.springframework.core.ResolvableType;

/// People come, go and come back; what was entered by hand stays.
@EntTest
class VieTests extends BancAaf {

    @Autowired
    ApplicationEventMulticaster multicaster;

    @TempDir
    Path dossier;

    private final Refusant refusant = new Refusant();

    /// Someone who derives from the directory, and fails.
    private static final class Refusant implements GenericApplicationListener {
        private boolean fails;
        private int told;

        @Override
        public boolean supportsEventType(ResolvableType type) {
            return PayloadApplicationEvent.class.isAssignableFrom(type.toClass());
        }

        @Override
        public void onApplicationEvent(ApplicationEvent event) {
            if (event instanceof PayloadApplicationEvent<?> e && e.getPayload() instanceof LotApplique) {
                told++;
                if (fails) {
                    throw new IllegalStateException("no");
                }
            }
        }
    }

    @BeforeEach
    void startsFromTheExample() {
        empty();
        multicaster.addApplicationListener((ApplicationListener<?>) refusant);
        assertThat(give(Exemple.complet()).raison()).isNull();
    }

    @AfterEach
    void stopsListening() {
        multicaster.removeApplicationListener((ApplicationListener<?>) refusant);
    }

    private Path full(String jour, java.util.function.UnaryOperator<Path> change) throws IOException {
        return change.apply(Exemple.copy(Exemple.complet(), dossier.resolve("complet." + jour)));
    }

    private static Path cut(Path lot, String fichier, String... ids) {
        try {
            for (var id : ids) {
                Exemple.edit(lot.resolve(fichier), x -> Exemple.without(x, id));
            }
            return lot;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path delta(String jour, Sorte sorte, String... requetes) throws IOException {
        return Exemple.delta(dossier, jour, sorte, requetes);
    }

    @Test
    void appliesNothingWhenAListenerFails() throws IOException {
        var avant = fingerprint();
        refusant.fails = true;
        var rapport = give(Exemple.delta());
        assertThat(rapport.issue()).isEqualTo(Rapport.Issue.REFUSED);
        assertThat(rapport.raison()).contains("L’import a échoué", "rien n’a été changé");
        assertThat(fingerprint()).isEqualTo(avant);
        refusant.fails = false;
        assertThat(give(Exemple.delta()).issue()).isEqualTo(Rapport.Issue.APPLIED);
        assertThat(refusant.told).isEqualTo(3);
    }

    @Test
    void tellsTheJournalAndTheEventOnlyWhatWasApplied() {
        assertThat(refusant.told).isOne();
        give(Exemple.complet());
        assertThat(refusant.told).isOne();
        assertThat(
                        text(
                                "select details ->> 'state' from journal.fait where action = 'import-aaf' order by id desc limit 1"))
                .isEqualTo("unchanged");
    }

    @Test
    void movesTheNumberOfEachSchoolWhenItChangesSomethingAndNotOtherwise() {
        var moved = numbers();
        assertThat(moved).hasSize((int) count("structure where genre = 'ECOLE'"));
        give(Exemple.complet());
        assertThat(numbers()).isEqualTo(moved);
        assertThat(give(Exemple.delta()).issue()).isEqualTo(Rapport.Issue.APPLIED);
        assertThat(numbers()).doesNotContainAnyElementsOf(moved);
    }

    private List<String> numbers() {
        return jdbc.sql("select ecole_id || ' ' || numero from annuaire.remaniement where ecole_id <> '" + Cle.PARTOUT
                        + "'")
                .query(String.class)
                .list();
    }

    @Test
    void suspendsWhoIsMissingAndRevivesTheSameRow() throws IOException {
        var avant = text("select id::text from annuaire.eleve where aaf_id = '500004'");
        var foyer = text("select id::text from annuaire.responsable where aaf_id = '700004'");
        var parti = give(full("20240920", lot -> cut(lot, Exemple.ELEVE_1, "500004")), null, null, true);
        assertThat(parti.raison()).isNull();
        assertThat(parti.of("eleves").suspended()).isOne();
        assertThat(parti.of("responsables").suspended()).isOne();
        assertThat(parti.of("liens")).satisfies(l -> assertThat(l.archived()).isZero());
        assertThat(count("responsable where aaf_id = '700004' and suspendu_le is not null and suspendu_sans_enfant"))
                .isOne();
        assertThat(give(full("20240921", lot -> cut(lot, Exemple.ELEVE_1, "500004")))
                        .issue())
                .isEqualTo(Rapport.Issue.UNCHANGED);
        var revenu = give(full("20240922", lot -> lot));
        assertThat(revenu.of("eleves").revived()).isOne();
        assertThat(revenu.of("responsables").revived()).isOne();
        assertThat(text("select id::text from annuaire.eleve where aaf_id = '500004' and suspendu_le is null"))
                .isEqualTo(avant);
        assertThat(text("select id::text from annuaire.responsable where aaf_id = '700004' and suspendu_le is null"))
                .isEqualTo(foyer);
    }

    @Test
    void revivesAResponsibleWithTheChildByDelta() throws IOException {
        give(delta("20240916", Sorte.ELEVE, Exemple.delete(Sorte.ELEVE, "500004")), null, null, true);
        assertThat(count("responsable where aaf_id = '700004' and suspendu_le is not null"))
                .isOne();
        var rapport = give(delta("20240917", Sorte.ELEVE, Exemple.modify(Sorte.ELEVE, "500004", "ENTPersonMail", "")));
        assertThat(rapport.of("eleves").revived()).isOne();
        assertThat(rapport.of("responsables").revived()).isOne();
    }

    @Test
    void holdsABatchThatTakesTooManyAway() throws IOException {
        var avant = fingerprint();
        var lot = full("20240920", l -> cut(l, Exemple.ELEVE_1, "500005", "500006"));
        var rapport = give(lot);
        assertThat(rapport.issue()).isEqualTo(Rapport.Issue.HELD);
        assertThat(rapport.issue().exitCode()).isEqualTo(3);
        assertThat(rapport.raison()).contains("2 personnes sur 14", "--accepter");
        assertThat(rapport.counts()).isEmpty();
        assertThat(rapport.prevu().get("eleves").suspended()).isEqualTo(2);
        assertThat(fingerprint()).isEqualTo(avant);
        assertThat(give(lot, null, null, true).of("eleves").suspended()).isEqualTo(2);
    }

    @Test
    void holdsADeltaToo() throws IOException {
        var lot = delta(
                "20240916",
                Sorte.PERSONNEL,
                Exemple.delete(Sorte.PERSONNEL, "300001"),
                Exemple.delete(Sorte.PERSONNEL, "300002"));
        assertThat(give(lot).issue()).isEqualTo(Rapport.Issue.HELD);
        assertThat(give(lot, null, null, true).of("personnels").suspended()).isEqualTo(2);
        assertThat(give(lot).issue()).isEqualTo(Rapport.Issue.UNCHANGED);
    }

    @Test
    void leavesAnUnlistedAttributeAndClearsAnEmptyOne() throws IOException {
        var rapport = give(delta(
                "20240916",
                Sorte.RESPONSABLE,
                Exemple.modify(Sorte.RESPONSABLE, "700001", "ENTPersonTelPerso", "", "ENTPersonVille", "NARBONNE")));
        assertThat(done(rapport.of("responsables"))).isEqualTo(counts(0, 1, 0, 0));
        assertThat(text("select coalesce(telephone_domicile, '-') || ville || telephone_mobile || nom || adresse::text"
                        + " from annuaire.responsable where aaf_id = '700001'"))
                .isEqualTo("-NARBONNE+33 6 39 98 12 34D'ESTÉVE{\"5 RUE DES LILAS\"}");
        var eleve =
                give(delta("20240917", Sorte.ELEVE, Exemple.modify(Sorte.ELEVE, "500001", "ENTEleveTransport", "O")));
        assertThat(done(eleve.of("eleves"))).isEqualTo(counts(0, 1, 0, 0));
        assertThat(
                        count(
                                "lien l join annuaire.eleve e on e.id = l.eleve_id where e.aaf_id = '500001' and l.retire_le is null"))
                .isEqualTo(2);
        assertThat(count("eleve_classe ec join annuaire.eleve e on e.id = ec.eleve_id where e.aaf_id = '500001'"))
                .isOne();
        var groupe =
                give(delta("20240918", Sorte.ELEVE, Exemple.modify(Sorte.ELEVE, "500001", "ENTPersonGroupes", "")));
        assertThat(done(groupe.of("eleves"))).isEqualTo(counts(0, 1, 0, 0));
        assertThat(count("eleve_groupe where fini_le is null")).isOne();
    }

    @Test
    void aModificationWithAllThatIsRequiredCreatesWhoIsUnknown() throws IOException {
        var eleve = Exemple.modify(
                Sorte.ELEVE,
                "600009",
                "ENTPersonNom",
                "O",
                "ENTPersonPrenom",
                "Jo",
                "ENTPersonDateNaissance",
                "29/02/2016",
                "ENTPersonClasses",
                "1001$11$ORDINAIRE$501$CM1",
                "ENTEleveAutoriteParentale",
                "700009$10");
        var rapport = give(delta("20240916", Sorte.ELEVE, eleve));
        assertThat(rapport.raison()).isNull();
        assertThat(rapport.of("eleves").created()).isOne();
        assertThat(text("select s.aaf_id from annuaire.eleve e join annuaire.structure s on s.id = e.structure_id"
                        + " where e.aaf_id = '600009'"))
                .isEqualTo("1001");
        var responsable =
                Exemple.modify(Sorte.RESPONSABLE, "700009", "ENTPersonNom", "O", "ENTPersonPrenom", "organisme");
        assertThat(give(delta("20240917", Sorte.RESPONSABLE, responsable))
                        .of("responsables")
                        .created())
                .isOne();
        var personnel = Exemple.modify(
                Sorte.PERSONNEL,
                "300009",
                "ENTPersonNom",
                "O",
                "ENTPersonPrenom",
                "Jo",
                "ENTPersonFonctions",
                "1001$ENS$ENSEIGNEMENT$G0000$SANS SPECIALITE");
        assertThat(give(delta("20240918", Sorte.PERSONNEL, personnel))
                        .of("personnels")
                        .created())
                .isOne();
        assertThat(count("personnel where aaf_id = '300009' and enseignant")).isOne();
        var structure = Exemple.modify(Sorte.STRUCTURE, "1009", "ENTStructureNomCourant", "IEN$X$Y");
        assertThat(give(delta("20240919", Sorte.STRUCTURE, structure))
                        .of("structures")
                        .created())
                .isOne();
        assertThat(give(delta("20240919", Sorte.ELEVE, eleve)).issue()).isEqualTo(Rapport.Issue.UNCHANGED);
    }

    @Test
    void refusesToClearWhatIsRequired() throws IOException {
        var rapport = give(delta(
                "20240916",
                Sorte.ELEVE,
                Exemple.modify(Sorte.ELEVE, "500001", "ENTPersonDateNaissance", "31/02/2014"),
                Exemple.modify(Sorte.ELEVE, "500002", "ENTPersonNom", "")));
        assertThat(rapport.refused()).extracting(Rapport.Refus::id).containsExactly("500001", "500002");
        assertThat(rapport.issue()).isEqualTo(Rapport.Issue.UNCHANGED);
    }

    @Test
    void keepsAPupilWhoseRecordIsRefusedInAFull() throws IOException {
        var rapport = give(full("20240920", lot -> {
            try {
                Exemple.edit(lot.resolve(Exemple.ELEVE_0), x -> x.replace("29/02/2016", "29/02/2015"));
                return lot;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }));
        assertThat(rapport.of("eleves").refused()).isOne();
        assertThat(rapport.of("eleves").suspended()).isZero();
        assertThat(rapport.of("classes").archived()).isZero();
        assertThat(rapport.of("responsables").suspended()).isZero();
    }

    @Test
    void createsAResponsibleWhomAPupilOfTheBaseWasWaitingFor() throws IOException {
        var rapport = give(delta(
                "20240916",
                Sorte.RESPONSABLE,
                Exemple.add(Sorte.RESPONSABLE, "799999", "ENTPersonNom", "TARDIF", "ENTPersonPrenom", "Jo")));
        assertThat(done(rapport.of("responsables"))).isEqualTo(counts(1, 0, 0, 0));
        assertThat(done(rapport.of("liens"))).isEqualTo(counts(1, 0, 0, 0));
        assertThat(count("lien_en_attente")).isZero();
        var etranger = give(delta(
                "20240917",
                Sorte.RESPONSABLE,
                Exemple.add(
                        Sorte.RESPONSABLE,
                        "700005",
                        "ENTPersonNom",
                        "SEUL",
                        "ENTPersonPrenom",
                        "Jo",
                        "ENTPersRelEleveEleve",
                        "599999")));
        assertThat(etranger.refused()).extracting(Rapport.Refus::id).containsExactly("700005");
    }

    @Test
    void archivesALinkThatIsNoLongerSaidAndBringsItBack() throws IOException {
        var rapport = give(delta(
                "20240916",
                Sorte.ELEVE,
                Exemple.modify(Sorte.ELEVE, "500001", "ENTEleveAutoriteParentale", "700001$10")));
        assertThat(rapport.of("liens").archived()).isOne();
        assertThat(rapport.of("responsables").suspended()).isZero();
        var retour = give(delta(
                "20240917",
                Sorte.ELEVE,
                Exemple.modify(
                        Sorte.ELEVE,
                        "500001",
                        "ENTEleveAutoriteParentale",
                        "700001$10",
                        "ENTEleveAutoriteParentale",
                        "700002$20")));
        assertThat(retour.of("liens").revived()).isOne();
        assertThat(retour.of("liens").unchanged()).isOne();
    }

    @Test
    void archivesAnEmptiedClassAfterAFullOnly() throws IOException {
        give(delta(
                "20240916",
                Sorte.ELEVE,
                Exemple.modify(Sorte.ELEVE, "500002", "ENTPersonClasses", "1001$11$ORDINAIRE$501$CM1-CM2")));
        assertThat(count("classe where archivee_le is not null")).isZero();
        var plein = give(full("20240917", lot -> {
            try {
                Exemple.edit(
                        lot.resolve(Exemple.ELEVE_0),
                        x -> x.replace("$502$CP \"A\" &amp; CE1", "$501$CM1-CM2 Mme D&apos;ALMEIDA"));
                return lot;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }));
        assertThat(plein.of("classes").archived()).isOne();
        assertThat(count("classe where aaf_id = '502' and archivee_le is not null"))
                .isOne();
        var retour = give(full("20240918", lot -> lot));
        assertThat(retour.of("classes").revived()).isOne();
        assertThat(count("classe where archivee_le is not null")).isZero();
    }

    @Test
    void keepsAStructureMissingFromAFullWithAWarning() throws IOException {
        jdbc.sql(
                        "insert into annuaire.structure (academie, aaf_id, genre, uai, nom_courant) values ('11', '1999', 'ECOLE', '0110970V', 'X')")
                .update();
        var rapport = give(full("20240920", lot -> lot));
        assertThat(rapport.warnings())
                .anyMatch(a -> a.code().equals("structure-absente") && a.ids().contains("1999"));
        assertThat(rapport.issue()).isEqualTo(Rapport.Issue.UNCHANGED);
        assertThat(count("structure where aaf_id = '1999'")).isOne();
    }

    @Test
    void recognisesASchoolByItsCodeWhenItsIdChanges() throws IOException {
        var avant = text("select id::text from annuaire.structure where uai = '0110359F'");
        give(full("20240920", lot -> {
            try {
                for (var fichier : Exemple.files(lot)) {
                    Files.writeString(fichier, Files.readString(fichier).replace(">1002", ">2002"));
                }
                return lot;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }));
        assertThat(text("select id::text from annuaire.structure where aaf_id = '2002'"))
                .isEqualTo(avant);
        assertThat(count("structure")).isEqualTo(3);
    }

    @Test
    void keepsForEachHeadWhatIsToBeMendedUntilItIs() throws IOException {
        assertThat(signaled("500005")).isEqualTo("ine-absent ENTEleveINE, sans-responsable ENTEleveAutoriteParentale");
        // A modification that does not list the INE says nothing of it.
        give(delta("20240916", Sorte.ELEVE, Exemple.modify(Sorte.ELEVE, "500005", "ENTEleveTransport", "X")));
        assertThat(signaled("500005"))
                .isEqualTo(
                        "ine-absent ENTEleveINE, sans-responsable ENTEleveAutoriteParentale, valeur-inattendue ENTEleveTransport");
        give(delta(
                "20240917",
                Sorte.ELEVE,
                Exemple.modify(
                        Sorte.ELEVE, "500005", "ENTEleveAutoriteParentale", "700001$1", "ENTEleveTransport", "O")));
        assertThat(signaled("500005")).isEqualTo("ine-absent ENTEleveINE");
        // Moved with it to the pupil's new school.
        give(delta("20240918", Sorte.ELEVE, Exemple.modify(Sorte.ELEVE, "500005", "ENTPersonStructRattach", "1002")));
        assertThat(count(
                        "signalement g join annuaire.eleve e on e.id = g.personne_id and e.structure_id = g.structure_id"
                                + " where e.aaf_id = '500005'"))
                .isOne();
        give(delta("20240919", Sorte.ELEVE, Exemple.delete(Sorte.ELEVE, "500005")));
        assertThat(signaled("500005")).isNull();
        give(full("20240920", lot -> lot), null, null, true);
        assertThat(signaled("500005")).isEqualTo("ine-absent ENTEleveINE, sans-responsable ENTEleveAutoriteParentale");
    }

    private @org.jspecify.annotations.Nullable String signaled(String eleve) {
        return text("select string_agg(g.code || ' ' || g.attribut, ', ' order by g.code) from annuaire.signalement g"
                + " join annuaire.eleve e on e.id = g.personne_id where e.aaf_id = '" + eleve + "'");
    }

    @Test
    void neverTouchesWhatWasEnteredByHand() throws IOException {
        var ecole = text("select id::text from annuaire.structure where aaf_id = '1001'");
        jdbc.sql("""
                insert into annuaire.personnel (academie, nom, prenom) values ('11', 'CALAS', 'Pascale');
                insert into annuaire.fonction (personnel_id, structure_id, code, directeur, source, depuis)
                select id, '%1$s', 'AESH', false, 'MANUEL', date '2024-09-02' from annuaire.personnel where aaf_id is null or aaf_id = '300003';
                insert into annuaire.enseignement (personnel_id, classe_id, depuis, ajoute_par)
                select p.id, c.id, date '2024-09-02', 'x' from annuaire.personnel p, annuaire.classe c where p.aaf_id = '300003';
                insert into annuaire.restriction (eleve_id, responsable_id, depuis, preuve, auteur_personnel_id, posee_le)
                select eleve_id, responsable_id, '2024-01-01', 'x', eleve_id, now() from annuaire.lien limit 1;
                insert into annuaire.mandat (responsable_id, structure_id, depuis)
                select id, '%1$s', '2024-01-01' from annuaire.responsable where aaf_id = '700001';
                insert into annuaire.classe (structure_id, academie, annee, libelle) values ('%1$s', '11', 2024, 'À la main');
                insert into annuaire.eleve_classe (eleve_id, classe_id, depuis)
                select e.id, c.id, '2024-09-02' from annuaire.eleve e, annuaire.classe c where e.aaf_id = '500001' and c.aaf_id is null;
                update annuaire.commune set nom = 'Lézignan-Corbières' where insee = '11203';
                """.formatted(ecole)).update();
        give(full("20240920", lot -> cut(lot, Exemple.PERS, "300003")), null, null, true);
        give(full("20240921", lot -> lot));
        give(delta(
                "20240922",
                Sorte.PERSONNEL,
                Exemple.modify(
                        Sorte.PERSONNEL,
                        "300003",
                        "ENTPersonFonctions",
                        "1002$ENS$ENSEIGNEMENT$G0000$SANS SPECIALITE")));
        assertThat(count("personnel where aaf_id is null and suspendu_le is null"))
                .isOne();
        assertThat(count("fonction where source = 'MANUEL'")).isEqualTo(2);
        assertThat(
                        count(
                                "fonction f join annuaire.personnel p on p.id = f.personnel_id where p.aaf_id = '300003' and f.source = 'AAF' and f.fini_le is null"))
                .isOne();
        assertThat(count("enseignement")).isEqualTo(3);
        assertThat(count("restriction")).isOne();
        assertThat(count("mandat")).isOne();
        assertThat(count("classe where aaf_id is null and archivee_le is null")).isOne();
        assertThat(count("eleve_classe ec join annuaire.classe c on c.id = ec.classe_id where c.aaf_id is null"))
                .isOne();
        assertThat(text("select nom from annuaire.commune where insee = '11203'"))
                .isEqualTo("Lézignan-Corbières");
    }

    @Test
    void aGuardianKeptOutComesBackKeptOut() throws IOException {
        jdbc.sql("""
                insert into annuaire.restriction (eleve_id, responsable_id, depuis, preuve, auteur_personnel_id, posee_le,
                                                  responsable_academie, responsable_aaf_id)
                select l.eleve_id, l.responsable_id, '2024-01-01', 'x', uuidv7(), now(), '11', '700001'
                  from annuaire.lien l join annuaire.responsable r on r.id = l.responsable_id
                 where r.aaf_id = '700001';
                delete from annuaire.lien where responsable_id = (select id from annuaire.responsable where aaf_id = '700001');
                delete from annuaire.responsable where aaf_id = '700001';
                """).update();
        var kept = count("restriction");
        assertThat(kept).isPositive();
        give(full("20240921", lot -> lot));
        assertThat(count("lien l join annuaire.responsable r on r.id = l.responsable_id where r.aaf_id = '700001'"))
                .isEqualTo(kept);
        assertThat(
                        count(
                                "autorite(current_date) a join annuaire.responsable r on r.id = a.responsable_id where r.aaf_id = '700001'"))
                .isZero();
        assertThat(count("restriction where responsable_aaf_id is not null")).isZero();
    }

    @Test
    void aGuardianKeptOutIsKeptOutUnderTheNextNumberTheFeedGivesThem() throws IOException {
        jdbc.sql("""
                insert into annuaire.restriction (eleve_id, responsable_id, depuis, preuve, auteur_personnel_id, posee_le)
                select l.eleve_id, l.responsable_id, '2024-01-01', 'x', uuidv7(), now()
                  from annuaire.lien l join annuaire.responsable r on r.id = l.responsable_id
                 where r.aaf_id = '700001' order by l.eleve_id limit 1
                """).update();
        UnaryOperator<Path> renumbered = lot -> {
            try {
                for (var fichier : List.of(Exemple.ELEVE_0, Exemple.REL)) {
                    Exemple.edit(lot.resolve(fichier), x -> x.replace("700001", "700901"));
                }
                return lot;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        };
        give(full("20240921", renumbered), null, null, true);
        var admitted =
                "autorite(current_date) a join annuaire.responsable r on r.id = a.responsable_id where r.aaf_id = '700901'";
        assertThat(count("lien l join annuaire.responsable r on r.id = l.responsable_id where r.aaf_id = '700901'"))
                .isEqualTo(2);
        assertThat(count(admitted)).as("of the other child, as before").isOne();
        assertThat(count("restriction where depuis = date '2024-01-01' and levee_le is null"))
                .isOne();
        assertThat(count("retenue(current_date) h join annuaire.responsable r on r.id = h.responsable_id"
                        + " where r.aaf_id = '700901'"))
                .as("held until the head decides")
                .isOne();

        jdbc.sql("update annuaire.restriction set levee_le = now()").update();
        give(full("20240922", renumbered));
        assertThat(count(admitted)).as("lifted is lifted").isEqualTo(2);
    }

    @Test
    void aChildForgottenComesBackWithWhoIsKeptOut() throws IOException {
        jdbc.sql("""
                insert into annuaire.restriction (eleve_id, responsable_id, depuis, preuve, auteur_personnel_id, posee_le,
                                                  eleve_academie, eleve_aaf_id, oubliee_le)
                select l.eleve_id, l.responsable_id, '2024-01-01', 'x', uuidv7(), now(), '11', e.aaf_id, '2024-09-01'
                  from annuaire.lien l join annuaire.responsable r on r.id = l.responsable_id
                  join annuaire.eleve e on e.id = l.eleve_id
                 where r.aaf_id = '700001' order by e.aaf_id limit 1;
                delete from annuaire.lien where eleve_id = (select eleve_id from annuaire.restriction);
                delete from annuaire.eleve_classe where eleve_id = (select eleve_id from annuaire.restriction);
                delete from annuaire.eleve_groupe where eleve_id = (select eleve_id from annuaire.restriction);
                delete from annuaire.eleve where id = (select eleve_id from annuaire.restriction);
                """).update();
        give(full("20240921", lot -> lot));
        assertThat(count("""
                restriction x join annuaire.eleve e on e.id = x.eleve_id
                  join annuaire.lien l on l.eleve_id = e.id and l.responsable_id = x.responsable_id
                 where x.eleve_aaf_id is null and x.oubliee_le is null and x.retenue_de is null""")).isOne();
        assertThat(count("retenue(current_date)"))
                .as("the other guardian is new there too: the head decides")
                .isOne();
        assertThat(count("""
                restriction x join annuaire.autorite(current_date) a
                    on a.eleve_id = x.eleve_id and a.responsable_id = x.responsable_id""")).isZero();
    }

    @Test
    void theLastOfTwoRecordsCounts() throws IOException {
        var rapport = give(delta(
                "20240916",
                Sorte.ELEVE,
                Exemple.delete(Sorte.ELEVE, "500001"),
                Exemple.modify(Sorte.ELEVE, "500001", "ENTEleveTransport", "O")));
        assertThat(rapport.of("eleves").suspended()).isZero();
        assertThat(rapport.of("eleves").changed()).isOne();
        assertThat(rapport.warnings())
                .anyMatch(a -> a.code().equals("doublon") && a.ids().contains("500001"));
    }

    @Test
    void aGapOfSevenDaysIsTheLast() throws IOException {
        assertThat(give(delta("20240922", Sorte.ELEVE, Exemple.delete(Sorte.ELEVE, "500005")))
                        .raison())
                .isNull();
        assertThat(give(delta("20240930", Sorte.ELEVE, Exemple.delete(Sorte.ELEVE, "500005")))
                        .raison())
                .contains("8 jours après");
        assertThat(give(full("20241120", lot -> lot)).raison()).isNull();
    }
}
