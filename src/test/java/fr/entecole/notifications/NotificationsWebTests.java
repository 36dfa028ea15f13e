package fr.entecole.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.ComptageSql;
import fr.entecole.MondeTest;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import fr.entecole.comptes.Comptes;
import fr.entecole.comptes.Utilisateurs;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// The bell of the header and the list behind it, as people of the named world meet them.
@MondeTest
class NotificationsWebTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Nouvelles nouvelles;

    @Autowired
    Livraisons livraisons;

    @Autowired
    Reperes reperes;

    Visites visites;
    UUID parent;

    @BeforeEach
    void nothingIsTold() {
        jdbc.sql("delete from notifications.depot").update();
        visites = new Visites(context);
        parent = visites.responsable("700113");
    }

    @Test
    void showsNothingOfOthersAndNothingToWhoIsTooYoung() {
        tell("Piscine mardi");
        var stranger = visites.personnel("11", "300116");
        assertThat(visites.page(stranger, "/notifications"))
                .contains("Rien de nouveau")
                .doesNotContain("Piscine");
        assertThat(visites.page(stranger, "/")).contains("Nouvelles : tout est lu");
        var line = line(parent);
        assertThat(visites.post(stranger, "/notifications/" + line + "/lecture"))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(unread(parent)).isOne();
        var petit = visites.eleve("500102");
        assertThat(visites.page(petit, "/")).doesNotContain("/notifications", "Nouvelles");
        assertThat(visites.get(petit, "/notifications/reglages")).hasStatus(HttpStatus.NOT_FOUND);
        var reader = visites.eleve("500110");
        assertThat(visites.get(reader, "/notifications/reglages")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void ringsAtTheNextPageAndCostsNoStatementOnAWarmOne() {
        int before = visites.statements(parent, "/aide").size();
        assertThat(visites.page(parent, "/aide")).contains("Nouvelles : tout est lu");
        tell("Piscine mardi");
        tell("Sortie jeudi");
        assertThat(visites.page(parent, "/aide")).contains("Nouvelles : 2 non lues");
        assertThat(visites.statements(parent, "/aide")).hasSize(before);
        assertThat(visites.statements(parent, "/notifications")).hasSize(1);
    }

    @Test
    void readsALineByOpeningItAndAllTheOthersAtOnce() {
        tell("Piscine mardi");
        tell("Sortie jeudi");
        var page = visites.page(parent, "/notifications");
        assertThat(page)
                .containsSubsequence("Sortie jeudi", "Piscine mardi")
                .contains("Un mot d’essai", "Tout marquer comme lu");
        var line = line(parent);
        var opened = visites.post(parent, "/notifications/" + line + "/lecture");
        assertThat(opened).hasStatus(HttpStatus.SEE_OTHER).hasHeader("Location", "/aide");
        assertThat(visites.page(parent, "/notifications")).contains("Nouvelles : 1 non lue");
        var seen = line(parent);
        tell("Kermesse samedi");
        assertThat(visites.post(parent, "/notifications/lecture", "jusque", seen.toString()))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(visites.page(parent, "/notifications"))
                .as("what has come since stays unread")
                .contains("Nouvelles : 1 non lue");
    }

    @Test
    void readsItsLineWhenTheThingIsOpenedAndAsksNothingWhenAllIsRead() {
        var chose = tell("Piscine mardi");
        var compte = context.getBean(Comptes.class).ofPersonne(parent).orElseThrow();
        var lecteur = context.getBean(Utilisateurs.class).of(compte, null).orElseThrow();
        visites.page(parent, "/aide");
        nouvelles.read(lecteur, SorteDEssai.MOT_DESSAI, chose);
        assertThat(visites.page(parent, "/aide")).contains("Nouvelles : tout est lu");
        assertThat(ComptageSql.during(() -> nouvelles.read(lecteur, SorteDEssai.MOT_DESSAI, chose)))
                .isEmpty();
    }

    @Test
    void goesOnByKeyWhenThereAreManyAndWithdrawsWhatIsCancelled() {
        for (int i = 0; i < 32; i++) {
            tell("Nouvelle " + i + ".");
        }
        var page = visites.page(parent, "/notifications");
        assertThat(page)
                .contains("Nouvelle 31.", "Nouvelle 2.", "Les nouvelles plus anciennes")
                .doesNotContain("Nouvelle 1.");
        var next = page.replaceAll("(?s).*(/notifications\\?apres=[^\"]+)\".*", "$1");
        assertThat(visites.page(parent, next))
                .contains("Nouvelle 1.", "Nouvelle 0.")
                .doesNotContain("Nouvelle 2.");
        var chose = tell("Trop tôt");
        transaction.executeWithoutResult(_ -> nouvelles.cancel(SorteDEssai.MOT_DESSAI, chose));
        assertThat(visites.page(parent, "/notifications")).doesNotContain("Trop tôt");
    }

    /// A guardian of one child alone reads no name; one who answers for a child no more neither.
    @Test
    void saysByFirstNameWhichOfSeveralChildrenItIsAbout() {
        var samira = visites.responsable("700101");
        tell("Piscine mardi");
        assertThat(visites.page(samira, "/notifications"))
                .contains("Inès : Piscine mardi")
                .doesNotContain("Younes :", "Younes, ", "Inès, Younes", "Inès Benali :");
        assertThat(visites.page(parent, "/notifications")).contains(">Piscine mardi<");
        var galy = visites.responsable("700114");
        jdbc.sql("update notifications.ligne set personne_id = :galy, compte_id = :compte where personne_id = :samira")
                .param("galy", galy)
                .param("compte", context.getBean(Comptes.class).ofPersonne(galy).orElseThrow())
                .param("samira", samira)
                .update();
        assertThat(visites.page(galy, "/notifications")).doesNotContain("Inès", "Timéo");
        assertThat(visites.statements(samira, "/notifications")).hasSizeLessThanOrEqualTo(5);
    }

    /// Nobody leads a small child there, but an address does.
    @Test
    void speaksToAPupilWhoDoesNotReadYet() {
        var petit = visites.eleve("500102");
        assertThat(main(petit))
                .contains("Tes nouvelles", "tu le verras ici", "data-voix=")
                .doesNotContain("vous", "Être prévenu", "La cloche");
        var ecole = reperes.ecole("0110359F");
        transaction.executeWithoutResult(_ -> nouvelles.deposit(
                null,
                new Nouvelle(
                        SorteDEssai.MOT_DESSAI,
                        UUID.randomUUID(),
                        Public.ofEleves(ecole, List.of(petit), Qui.ELEVES),
                        "/aide",
                        "La chorale")));
        livraisons.work(Instant.now().plus(Duration.ofDays(60)));
        assertThat(main(petit))
                .contains("La chorale", "data-dire=\"n-", ">Voir<")
                .doesNotContain("Tout marquer", "un mot d’essai", "La cloche");
    }

    private String main(UUID petit) {
        var page = visites.page(petit, "/notifications");
        return page.substring(page.indexOf("<main"), page.indexOf("</main>"));
    }

    private UUID tell(String titre) {
        var chose = UUID.randomUUID();
        var ecole = reperes.ecole("0110358E");
        var familles = Public.ofClasse(ecole, reperes.classe("11", "514"), Qui.RESPONSABLES);
        transaction.executeWithoutResult(
                _ -> nouvelles.deposit(null, new Nouvelle(SorteDEssai.MOT_DESSAI, chose, familles, "/aide", titre)));
        livraisons.work(Instant.now().plus(Duration.ofDays(60)));
        return chose;
    }

    private UUID line(UUID personne) {
        return jdbc.sql(
                        "select id from notifications.ligne where personne_id = :id and lue_le is null order by id desc limit 1")
                .param("id", personne)
                .query(UUID.class)
                .single();
    }

    private int unread(UUID personne) {
        return jdbc.sql("select count(*) from notifications.ligne where personne_id = :id and lue_le is null")
                .param("id", personne)
                .query(Integer.class)
                .single();
    }
}
