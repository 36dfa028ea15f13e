package fr.entecole.cahierdetextes;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.ModuleTest;
import fr.entecole.annuaire.Classes.Classe;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.cahierdetextes.CahierDeTextes.Auteur;
import fr.entecole.cahierdetextes.CahierDeTextes.Don;
import fr.entecole.cahierdetextes.CahierDeTextes.Pour;
import fr.entecole.cahierdetextes.CahierDeTextes.Propos;
import fr.entecole.cahierdetextes.CahierDeTextes.Suite;
import fr.entecole.cahierdetextes.Travail.Nature;
import fr.entecole.socle.AnneeScolaire;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class CahierdetextesModuleTests {

    private static final Instant NOON = Instant.parse("2026-11-24T11:00:00Z");
    private static final LocalDate JEUDI = LocalDate.of(2026, 11, 26);

    private Classe classe;
    private Auteur auteur;

    @Autowired
    CahierDeTextes cahier;

    @Autowired
    Coches coches;

    @Autowired
    CahierDeTextesDonneesPersonnelles donnees;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void anAuthorAndAClass() {
        auteur = new Auteur(UUID.randomUUID(), UUID.randomUUID());
        classe = new Classe(
                UUID.randomUUID(), UUID.randomUUID(), "École", "CM1-CM2", new AnneeScolaire(2026), List.of("CM1"), 20);
    }

    @Test
    void writesTheSameLineOnce() {
        var tous = Pour.classe(classe, null);
        assertThat(write("Tables de 7", tous)).hasSize(1);
        assertThat(write("Tables de 7", tous)).isEmpty();
        assertThat(write("Tables de 7", Pour.classe(classe, "CM1"))).hasSize(1);
        assertThat(write("Tables de 8", tous)).hasSize(1);
    }

    @Test
    void overwritesNobodyWhoWroteMeanwhile() {
        var id = write("Tables de 7", Pour.classe(classe, null)).getFirst();
        assertThat(correct(id, 1, "Tables de 7")).isEqualTo(Suite.INCHANGE);
        assertThat(correct(id, 1, "Tables de 8")).isEqualTo(Suite.CORRIGE);
        assertThat(correct(id, 1, "Tables de 9")).isEqualTo(Suite.DEPASSE);
        assertThat(jdbc.sql("select texte from cahierdetextes.travail where id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single())
                .isEqualTo("Tables de 8");
    }

    @Test
    void letsOneOfTwoTeachersCorrectAtTheSameInstant() throws Exception {
        var id = write("Tables de 7", Pour.classe(classe, null)).getFirst();
        try (var both = Executors.newFixedThreadPool(2)) {
            var suites = both
                    .invokeAll(IntStream.range(0, 2)
                            .mapToObj(i -> (Callable<Suite>) () -> correct(id, 1, "Version " + i))
                            .toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(suites).containsExactlyInAnyOrder(Suite.CORRIGE, Suite.DEPASSE);
        }
    }

    @Test
    void keepsOneTickHoweverOftenItIsGivenAndEndsItWhenItIsTakenAway() throws Exception {
        var id = write("Tables de 7", Pour.classe(classe, null)).getFirst();
        var eleve = UUID.randomUUID();
        var only = List.of(id);
        try (var all = Executors.newFixedThreadPool(4)) {
            all.invokeAll(IntStream.range(0, 8)
                    .mapToObj(_ -> (Callable<Boolean>) () -> {
                        coches.tick(classe.ecoleId(), eleve, only, only, NOON);
                        return true;
                    })
                    .toList());
        }
        assertThat(count("select count(*) from cahierdetextes.coche where eleve_id = ?", eleve))
                .isOne();
        coches.tick(classe.ecoleId(), eleve, only, List.of(), NOON);
        assertThat(count("select count(*) from cahierdetextes.coche where eleve_id = ? and defaite_le is null", eleve))
                .isZero();
        coches.tick(classe.ecoleId(), eleve, only, List.of(UUID.randomUUID()), NOON);
        assertThat(count("select count(*) from cahierdetextes.coche where eleve_id = ?", eleve))
                .as("what the page did not show is not ticked")
                .isOne();
    }

    @Test
    void forgetsThePupilAndWhatWasForThemAloneAndTheAuthorsName() {
        var eleve = UUID.randomUUID();
        var seul = new Pour(null, List.of(Public.ofEleves(classe.ecoleId(), List.of(eleve), Qui.ELEVES)));
        var alone = write("Pour un seul", seul).getFirst();
        var tous = write("Pour tous", Pour.classe(classe, null)).getFirst();
        coches.tick(classe.ecoleId(), eleve, List.of(tous), List.of(tous), NOON);
        assertThat(donnees.export(eleve)).containsKeys("coches", "adresses");
        donnees.erase(List.of(eleve, auteur.personne()));
        assertThat(donnees.export(eleve)).isEmpty();
        assertThat(donnees.export(auteur.personne())).isEmpty();
        assertThat(count("select count(*) from cahierdetextes.travail where id = ?", alone))
                .isZero();
        assertThat(count("select count(*) from cahierdetextes.travail where id = ?", tous))
                .isOne();
    }

    @Test
    void purgesWhatIsPastItsTermAndNothingElse() {
        var now = write("Pour tous", Pour.classe(classe, null)).getFirst();
        classe = new Classe(
                UUID.randomUUID(), UUID.randomUUID(), "École", "CM1", new AnneeScolaire(2019), List.of("CM1"), 20);
        var old = write("D’il y a longtemps", Pour.classe(classe, null)).getFirst();
        donnees.purge();
        assertThat(count("select count(*) from cahierdetextes.travail where id = ?", old))
                .isZero();
        assertThat(count("select count(*) from cahierdetextes.travail where id = ?", now))
                .isOne();
    }

    private List<UUID> write(String texte, Pour pour) {
        return cahier.write(
                new Don(classe, Nature.A_FAIRE, new Propos("Maths", texte, "", 5), pour), List.of(JEUDI), auteur, NOON);
    }

    private Suite correct(UUID id, int base, String texte) {
        return cahier.correct(id, base, JEUDI, new Propos("Maths", texte, "", 5), auteur, NOON);
    }

    private int count(String sql, UUID id) {
        return jdbc.sql(sql).param(id).query(Integer.class).single();
    }
}
