package fr.entecole.annuaire.doublons;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import fr.entecole.annuaire.saisies.Saisies;
import fr.entecole.annuaire.saisies.SaisiesDesFamilles;
import fr.entecole.annuaire.saisies.SaisiesDesFamilles.Source;
import fr.entecole.socle.Uuids;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Two sheets that look like one person's: proposed with reasons, made one by someone, taken back within thirty days.
@MondeTest
class DoublonsWebTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    @Autowired
    SaisiesDesFamilles familles;

    @Autowired
    Saisies saisies;

    @Autowired
    Clock clock;

    Visites visites;
    UUID directrice;
    UUID ecole;
    String adresse;

    @BeforeEach
    void visits() {
        visites = new Visites(context);
        jdbc.sql("delete from annuaire.reunion").update();
        for (var table : List.of("eleve_classe", "lien")) {
            jdbc.sql("delete from annuaire.%s where eleve_id in (select id from annuaire.eleve where aaf_id is null)"
                            .formatted(table))
                    .update();
        }
        jdbc.sql("delete from annuaire.lien where source <> 'AAF'").update();
        jdbc.sql("delete from annuaire.eleve where aaf_id is null").update();
        jdbc.sql("delete from annuaire.responsable where aaf_id is null").update();
        directrice = visites.personnel("11", "300101");
        ecole = reperes.ecole("0110358E");
        adresse = "/annuaire/ecoles/" + ecole + "/doublons";
    }

    @Test
    void neverMakesOneOfTwoWhoAreInTheSameFeed() {
        var nunez = jdbc.sql(
                        "select id from annuaire.responsable where annuaire.cle(nom) = 'nunez' and annuaire.cle(prenom) = 'david' order by id")
                .query(UUID.class)
                .list();
        assertThat(nunez).hasSize(2);
        assertThat(visites.page(directrice, adresse))
                .contains("David Nuñez", "elles se réunissent dans ONDE, jamais ici");
        assertThat(decide(nunez.getFirst(), nunez.getLast(), nunez.getFirst())).isEqualTo(HttpStatus.NOT_FOUND.value());
        assertThat(jdbc.sql("select count(*) from annuaire.reunion")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void givesTheKeptGuardianTheChildrenOfTheOtherAndGivesThemBack() {
        var samira = guardian("BENALI", "Samira");
        var ines = pupil("BENALI", "Inès");
        var zoe = pupil("DELMAS", "Zoé");
        var seconde = add("Samira", "Benali");
        familles.addLien(seconde, ines, "10", Source.CSV, null);
        familles.addLien(seconde, zoe, "90", Source.CSV, null);
        assertThat(visites.page(directrice, adresse))
                .contains(
                        "Samira Benali",
                        "les mêmes noms",
                        "le même enfant",
                        "par un fichier de l’école",
                        "répond aussi de");

        assertThat(decide(samira, seconde, seconde))
                .as("the feed would bring the other back")
                .isEqualTo(404);
        assertThat(decide(samira, seconde, samira)).isEqualTo(303);
        assertThat(children(samira)).contains(ines, zoe);
        assertThat(children(seconde)).isEmpty();
        assertThat(visites.page(directrice, adresse)).contains("Réunies depuis moins de trente jours");
        assertThat(decide(samira, seconde, samira)).as("decided").isEqualTo(303);
        assertThat(jdbc.sql("select count(*) from annuaire.reunion")
                        .query(Long.class)
                        .single())
                .isOne();

        var reunion =
                jdbc.sql("select id from annuaire.reunion").query(UUID.class).single();
        assertThat(visites.post(directrice, adresse + "/" + reunion + "/annulation"))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(children(seconde)).contains(ines, zoe);
        assertThat(children(samira)).contains(ines).doesNotContain(zoe);
        assertThat(visites.page(directrice, adresse)).as("proposed again").contains("répond aussi de");
    }

    @Test
    void isNotTakenBackAfterThirtyDays() {
        var samira = guardian("BENALI", "Samira");
        var seconde = add("Samira", "Benali");
        familles.addLien(seconde, pupil("BENALI", "Inès"), "10", Source.CSV, null);
        decide(samira, seconde, samira);
        jdbc.sql("update annuaire.reunion set decidee_le = decidee_le - interval '31 days'")
                .update();
        var reunion =
                jdbc.sql("select id from annuaire.reunion").query(UUID.class).single();
        assertThat(visites.page(directrice, adresse)).doesNotContain("Revenir aux deux fiches");
        assertThat(visites.post(directrice, adresse + "/" + reunion + "/annulation"))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(children(seconde)).isEmpty();
    }

    @Test
    void aRestrictionFollowsThePerson() {
        var timeo = pupil("GALY", "Timéo");
        var yvan = guardian("GALY", "Yvan");
        var seconde = add("Yvan", "Galy");
        familles.addLien(seconde, timeo, "20", Source.CSV, null);
        saisies.addRestriction(seconde, timeo, LocalDate.now(clock).minusDays(3), null, "Jugement", directrice);
        jdbc.sql("update annuaire.restriction set levee_le = :now where responsable_id = :r")
                .param("now", OffsetDateTime.now(clock))
                .param("r", yvan)
                .update();
        assertThat(children(yvan)).contains(timeo);
        assertThat(decide(yvan, seconde, yvan)).isEqualTo(303);
        assertThat(children(yvan)).as("kept out as the other was").doesNotContain(timeo);
        var reunion =
                jdbc.sql("select id from annuaire.reunion").query(UUID.class).single();
        assertThat(visites.post(directrice, adresse + "/" + reunion + "/annulation"))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(children(yvan)).contains(timeo);
        assertThat(children(seconde)).doesNotContain(timeo);
    }

    @Test
    void proposesAtOnceNamesThatSoundAlikeOfWhomTheSchoolEntered() {
        var anna = entered("Pradal", "Lucy");
        entered("Pradal", "Lucie");
        for (var prenom : List.of("Ann", "Anne")) {
            var id = Uuids.v7();
            familles.addResponsable(id, ecole, sounding("Pradal", prenom), Source.MANUEL);
            familles.addLien(id, anna, "10", Source.MANUEL, "Livret de famille");
        }
        assertThat(visites.page(directrice, adresse))
                .contains("Ann Pradal · Anne Pradal", "Lucy Pradal · Lucie Pradal", "presque les mêmes noms")
                .contains("cherchées à chaque fois");
        var leo = entered("Pradal", "Léo");
        assertThat(visites.page(directrice, adresse))
                .as("a twin is no other spelling")
                .doesNotContain("Léo Pradal");
        jdbc.sql("update annuaire.eleve set date_naissance = date_naissance + 1 where id in (:ids)")
                .param("ids", List.of(anna, leo))
                .update();
        assertThat(visites.page(directrice, adresse)).doesNotContain("Lucie Pradal");
    }

    private UUID entered(String nom, String prenom) {
        var id = Uuids.v7();
        familles.addEleve(
                id,
                ecole,
                new SaisiesDesFamilles.Eleve(nom, null, prenom, LocalDate.of(2018, 3, 4), null, null),
                Source.MANUEL);
        return id;
    }

    private static SaisiesDesFamilles.Responsable sounding(String nom, String prenom) {
        return new SaisiesDesFamilles.Responsable(
                null, nom, null, prenom, List.of(), null, null, null, null, "0612345678", null, null);
    }

    @Test
    void twoPeopleAreNotProposedAgain() {
        var samira = guardian("BENALI", "Samira");
        var seconde = add("Samira", "Benali");
        familles.addLien(seconde, pupil("BENALI", "Inès"), "10", Source.CSV, null);
        assertThat(decide(samira, seconde, null)).isEqualTo(303);
        assertThat(visites.page(directrice, adresse)).doesNotContain("par un fichier de l’école");
        assertThat(children(seconde)).isNotEmpty();
    }

    @Test
    void aPupilOfAFileAndOneOfTheFeedAreProposed() {
        var ines = jdbc.sql("select date_naissance from annuaire.eleve where id = :id")
                .param("id", pupil("BENALI", "Inès"))
                .query(LocalDate.class)
                .single();
        var id = Uuids.v7();
        familles.addEleve(
                id, ecole, new SaisiesDesFamilles.Eleve("Benali", null, "Ines", ines, null, null), Source.CSV);
        assertThat(visites.page(directrice, adresse)).contains("Ines Benali", "la même date de naissance");
        assertThat(decide(id, pupil("BENALI", "Inès", id), pupil("BENALI", "Inès", id)))
                .isEqualTo(303);
        assertThat(jdbc.sql("select suspendu_le is not null from annuaire.eleve where id = :id")
                        .param("id", id)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    /// The child whom Toulouse brings before Montpellier has let go, and her mother, who is in both.
    @Test
    void oneChildInTwoAcademiesIsMadeOneOnceTheFirstHasLetGoAndTakenApartAgain() {
        var head = visites.personnel("16", "300101");
        var toulouse = jdbc.sql("select ecole_id from annuaire.dirige where personnel_id = :p limit 1")
                .param("p", head)
                .query(UUID.class)
                .single();
        var there = "/annuaire/ecoles/" + toulouse + "/doublons";
        var jeanne = pupil("BASTIDE", "Jeanne");
        var lise = guardian("BASTIDE", "Lise");
        var second = jdbc.sql("""
                        select l.eleve_id from annuaire.autorite(:jour) l join annuaire.eleve e on e.id = l.eleve_id
                          join annuaire.responsable r on r.id = l.responsable_id
                         where e.structure_id = :e and lower(r.prenom) <> 'organisme' order by 1 limit 1
                        """)
                .param("jour", LocalDate.now(clock))
                .param("e", toulouse)
                .query(UUID.class)
                .single();
        var mother = jdbc.sql(
                        "select responsable_id from annuaire.autorite(:jour) where eleve_id = :e order by 1 limit 1")
                .param("jour", LocalDate.now(clock))
                .param("e", second)
                .query(UUID.class)
                .single();
        jdbc.sql("""
                        update annuaire.eleve t set ine = '246813579AB', date_naissance = s.date_naissance
                          from annuaire.eleve s where s.id = :jeanne and t.id in (:jeanne, :second)
                        """).param("jeanne", jeanne).param("second", second).update();
        jdbc.sql("update annuaire.responsable set nom = 'Bastide', prenom = 'Lise' where id = :m")
                .param("m", mother)
                .update();
        var aunt = add("Nadia", "Belkacem");
        var uncle = add("Farid", "Belkacem");
        for (var one : List.of(aunt, uncle)) {
            familles.addLien(one, jeanne, "39", Source.MANUEL, "Jugement du 3 mars");
        }
        saisies.addRestriction(uncle, jeanne, LocalDate.now(clock).minusDays(3), null, "Jugement", directrice);

        assertThat(visites.page(head, there))
                .contains("le même INE", "Deux académies donnent cet enfant", "Marie Curie")
                .contains("cette personne réunit elle-même ses comptes");
        assertThat(decide(head, there, second, jeanne, second)).isEqualTo(404);

        leaves("eleve", jeanne);
        leaves("responsable", lise);
        assertThat(decide(head, there, second, jeanne, jeanne))
                .as("who is here is kept")
                .isEqualTo(404);
        assertThat(decide(head, there, second, jeanne, second)).isEqualTo(303);
        assertThat(decide(head, there, mother, lise, mother)).isEqualTo(303);
        assertThat(children(aunt)).contains(second);
        assertThat(children(uncle)).as("kept out of her there as here").doesNotContain(second);
        assertThat(children(lise)).as("her feed says who answers for her").doesNotContain(second);
        assertThat(children(mother)).contains(second);
        assertThat(visites.page(head, there)).doesNotContain("le même INE");

        for (var reunion : jdbc.sql("select id from annuaire.reunion order by decidee_le desc")
                .query(UUID.class)
                .list()) {
            assertThat(visites.post(head, there + "/" + reunion + "/annulation"))
                    .hasStatus(HttpStatus.SEE_OTHER);
        }
        jdbc.sql("update annuaire.eleve set suspendu_le = null where id = :id")
                .param("id", jeanne)
                .update();
        jdbc.sql("update annuaire.responsable set suspendu_le = null where id = :id")
                .param("id", lise)
                .update();
        assertThat(children(aunt)).containsExactly(jeanne);
        assertThat(children(uncle)).isEmpty();
        assertThat(children(lise)).contains(jeanne);
        assertThat(children(mother)).contains(second).doesNotContain(jeanne);
        assertThat(visites.page(head, there)).as("proposed again").contains("le même INE");
        jdbc.sql("update annuaire.eleve set ine = null where id = :id")
                .param("id", second)
                .update();
    }

    @Test
    void isForTheHeadOfTheSchoolAndTheRegion() {
        assertThat(visites.get(visites.personnel("16", "300101"), adresse)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(visites.page(visites.agent("Vidal"), adresse)).contains("Fiches en double");
    }

    private int decide(UUID un, UUID autre, @Nullable UUID garde) {
        return decide(directrice, adresse, un, autre, garde);
    }

    private int decide(UUID head, String where, UUID un, UUID autre, @Nullable UUID garde) {
        var answer = garde == null
                ? visites.post(head, where, "un", un.toString(), "autre", autre.toString())
                : visites.post(head, where, "un", un.toString(), "autre", autre.toString(), "garde", garde.toString());
        return answer.getResponse().getStatus();
    }

    /// The feed has let go.
    private void leaves(String table, UUID id) {
        jdbc.sql("update annuaire." + table + " set suspendu_le = :now where id = :id")
                .param("now", OffsetDateTime.now(clock))
                .param("id", id)
                .update();
    }

    private UUID add(String prenom, String nom) {
        var id = Uuids.v7();
        familles.addResponsable(
                id,
                ecole,
                new SaisiesDesFamilles.Responsable(
                        null, nom, null, prenom, List.of(), null, null, null, null, null, null, null),
                Source.CSV);
        return id;
    }

    private List<UUID> children(UUID responsable) {
        return jdbc.sql("select eleve_id from annuaire.autorite(:jour) where responsable_id = :r")
                .param("jour", LocalDate.now(clock))
                .param("r", responsable)
                .query(UUID.class)
                .list();
    }

    private UUID guardian(String nom, String prenom) {
        return jdbc.sql(
                        "select id from annuaire.responsable where nom = :nom and annuaire.cle(prenom) = annuaire.cle(:prenom) and aaf_id is not null")
                .param("nom", nom)
                .param("prenom", prenom)
                .query(UUID.class)
                .single();
    }

    private UUID pupil(String nom, String prenom, UUID... but) {
        return jdbc.sql(
                        "select id from annuaire.eleve where nom = :nom and annuaire.cle(prenom) = annuaire.cle(:prenom) and id <> all(:but)")
                .param("nom", nom)
                .param("prenom", prenom)
                .param("but", but)
                .query(UUID.class)
                .single();
    }
}
