package fr.entecole.comptes.oubli;

import static fr.entecole.Formulaire.formulaire;
import static fr.entecole.annuaire.Visites.words;
import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.EntTest;
import fr.entecole.Personnages;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.comptes.facteur.Telephone;
import fr.entecole.socle.Profil;
import fr.entecole.socle.langue.Langue;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// A mother who has forgotten her password, and those who would like to know whether she is here.
@EntTest
class OubliWebTests {

    private static final String SECRET = "Lilas7vert";
    private static final String NEW = "Mauve9-lac";
    private static final Pattern LINK = Pattern.compile("/oubli/lien#(\\S+)");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationContext context;

    EnTantQue as;
    UUID compte;

    @BeforeEach
    void aMotherWithAnAddress() {
        jdbc.sql("truncate comptes.essai, comptes.session, comptes.oubli").update();
        jdbc.sql("delete from courriel.envoi").update();
        as = new EnTantQue(context);
        compte = as.account(new Personnages(jdbc).add(Profil.PARENT));
        as.givePassword(compte, SECRET);
        jdbc.sql("update comptes.compte set active_le = now() where id = :id")
                .param("id", compte)
                .update();
        address(compte, true);
        as.forgetWhatThisNodeRemembers();
    }

    @Test
    void answersTheSameWhoeverIsAskedFor() {
        var known = ask(as.login(compte));
        var unknown = ask("personne.inconnue");
        assertThat(known).hasStatus(202);
        assertThat(unknown).hasStatus(202);
        assertThat(said(unknown, "personne.inconnue")).isEqualTo(said(known, as.login(compte)));
        await(() -> letters().size() == 1);
    }

    @Test
    void comesBackByALinkThatServesOnceAndEndsOtherStays() {
        var stay = as.compte(compte);
        var word = link();
        assertThat(mvc.get().uri("/oubli/lien")).hasStatusOk();
        assertThat(choose(word, "etape", "")).hasStatusOk();
        assertThat(choose(word, "etape", "mot-de-passe")).hasRedirectedUrl("/");
        assertThat(mvc.get().uri("/mon-compte").cookie(stay))
                .as("other stays end")
                .hasRedirectedUrl("/connexion");
        assertThat(choose(word, "etape", "mot-de-passe")).as("once").hasStatus(410);
        assertThat(signIn(NEW)).hasRedirectedUrl("/");
        assertThat(signIn(SECRET)).hasStatus(422);
        assertThat(told()).as("its owner hears of it").isOne();
    }

    /// She reads it in the language that her account has chosen, wherever she asks for it.
    @Test
    void writesInHerLanguage() {
        jdbc.sql("update comptes.compte set langue = 'es' where id = :id")
                .param("id", compte)
                .update();
        assertThat(ask(as.login(compte))).hasStatus(202);
        await(() -> !letters().isEmpty());
        var own = Langue.of("es").orElseThrow();
        assertThat(letters().getFirst())
                .contains(own.say("Si ce n’est pas vous, ne faites rien\u00a0: votre mot de passe reste le même."))
                .contains("/oubli/lien?langue=es#");
    }

    @Test
    void asksForTheSecondProofAllTheSame() {
        Telephone.of(context, compte);
        assertThat(choose(link(), "etape", "mot-de-passe")).hasRedirectedUrl("/connexion/second-facteur");
    }

    @Test
    void writesThreeTimesADayAndNoMore() {
        for (int i = 1; i <= LettresDOubli.A_DAY; i++) {
            int many = i;
            assertThat(ask(as.login(compte))).hasStatus(202);
            await(() -> letters().size() == many);
        }
        assertThat(ask(as.login(compte))).hasStatus(202);
        var other = as.account(new Personnages(jdbc).add(Profil.PARENT));
        address(other, true);
        assertThat(ask(as.login(other))).hasStatus(202);
        await(() -> letters().size() == LettresDOubli.A_DAY + 1);
        assertThat(jdbc.sql("select count(*) from comptes.oubli where compte_id = :compte")
                        .param("compte", compte)
                        .query(Integer.class)
                        .single())
                .isEqualTo(LettresDOubli.A_DAY);
    }

    @Test
    void writesToNoAddressThatWasNotProvenAndToNoPupil() {
        jdbc.sql("delete from notifications.adresse").update();
        address(compte, false);
        assertThat(ask(as.login(compte))).hasStatus(202);
        var pupil = as.account(new Personnages(jdbc).add(Profil.ELEVE));
        address(pupil, true);
        assertThat(ask(as.login(pupil))).hasStatus(202);
        var last = as.account(new Personnages(jdbc).add(Profil.PARENT));
        address(last, true);
        assertThat(ask(as.login(last))).hasStatus(202);
        await(() -> letters().size() == 1);
        assertThat(jdbc.sql("select compte_id from comptes.oubli")
                        .query(UUID.class)
                        .list())
                .containsExactly(last);
    }

    /// One box for both parents: each login has its own letter, and each letter opens its own account.
    @Test
    void opensOnlyTheAccountThatWasAskedForWhereTwoShareAnAddress() {
        var pere = as.account(new Personnages(jdbc).add(Profil.PARENT));
        as.givePassword(pere, "Cerise4bleu");
        address(pere, true);
        jdbc.sql("update notifications.adresse set courriel = 'famille@exemple.fr' where compte_id in (:a, :b)")
                .param("a", compte)
                .param("b", pere)
                .update();
        var word = link();
        assertThat(letters())
                .singleElement()
                .asString()
                .contains(as.login(compte))
                .doesNotContain(as.login(pere));
        assertThat(choose(word, "etape", "mot-de-passe")).hasRedirectedUrl("/");
        assertThat(post("/connexion", "identifiant", as.login(pere), "motDePasse", "Cerise4bleu"))
                .as("the other parent's is as it was")
                .hasRedirectedUrl("/");
        assertThat(post("/connexion", "identifiant", as.login(pere), "motDePasse", NEW))
                .hasStatus(422);
        assertThat(ask(as.login(pere))).hasStatus(202);
        await(() -> letters().size() == 2);
        assertThat(letters().get(1)).contains(as.login(pere));
    }

    /// Somebody else has proven the address since: it is theirs, and gives nothing of hers back.
    @Test
    void writesNothingOfHersToAnAddressThatSheLeftToSomebodyElse() {
        var box = jdbc.sql("select courriel from notifications.adresse where compte_id = :c")
                .param("c", compte)
                .query(String.class)
                .single();
        jdbc.sql("update notifications.adresse set finie_le = now(), motif = 'REMPLACEE' where compte_id = :c")
                .param("c", compte)
                .update();
        var other = as.account(new Personnages(jdbc).add(Profil.PARENT));
        address(other, true);
        jdbc.sql("update notifications.adresse set courriel = :box where compte_id = :o")
                .param("box", box)
                .param("o", other)
                .update();
        assertThat(ask(as.login(compte))).hasStatus(202);
        assertThat(ask(as.login(other))).hasStatus(202);
        await(() -> letters().size() == 1);
        assertThat(letters()).singleElement().asString().contains(as.login(other));
        var match = LINK.matcher(letters().getFirst());
        assertThat(match.find()).isTrue();
        assertThat(choose(match.group(1), "etape", "mot-de-passe")).hasRedirectedUrl("/");
        assertThat(signIn(SECRET)).as("her password is as it was").hasRedirectedUrl("/");
    }

    @Test
    void writesNothingToABoxThatRefusesLettersAndSaysTheSame() {
        jdbc.sql("update notifications.adresse set finie_le = now(), motif = 'REFUSEE' where compte_id = :c")
                .param("c", compte)
                .update();
        var refused = ask(as.login(compte));
        assertThat(refused).hasStatus(202);
        var last = as.account(new Personnages(jdbc).add(Profil.PARENT));
        address(last, true);
        var known = ask(as.login(last));
        assertThat(said(refused, as.login(compte))).isEqualTo(said(known, as.login(last)));
        await(() -> letters().size() == 1);
        assertThat(jdbc.sql("select compte_id from comptes.oubli")
                        .query(UUID.class)
                        .list())
                .containsExactly(last);
    }

    @Test
    void slowsWhoAsksForEverybody() {
        int answer = 202;
        for (int i = 0; i < 40 && answer == 202; i++) {
            answer = ask("personne." + i).getResponse().getStatus();
        }
        assertThat(answer).isEqualTo(429);
    }

    /// Without the token of the form, which is new each time.
    private static String said(MvcTestResult answer, String typed) {
        return words(answer).replace(typed, "x").replaceAll("value=\"[^\"]{30,}\"", "");
    }

    private String link() {
        assertThat(ask(as.login(compte))).hasStatus(202);
        await(() -> letters().size() == 1);
        var match = LINK.matcher(letters().getFirst());
        assertThat(match.find()).isTrue();
        return match.group(1);
    }

    private MvcTestResult ask(String login) {
        return post("/oubli", "identifiant", login);
    }

    private MvcTestResult choose(String word, String... more) {
        return post("/premiere-connexion", "jeton", word, "motDePasse", NEW, "confirmation", NEW, more[0], more[1]);
    }

    private MvcTestResult signIn(String password) {
        return post("/connexion", "identifiant", as.login(compte), "motDePasse", password);
    }

    private MvcTestResult post(String path, String... fields) {
        var request = mvc.post().uri(path);
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.with(formulaire()).exchange();
    }

    private void address(UUID whose, boolean proven) {
        jdbc.sql("""
                        insert into notifications.adresse
                               (compte_id, personne_id, courriel, created_at, expire_le, verifiee_le)
                        select id, personne_id, login || '@exemple.fr', now(), now() + interval '2 days',
                               case when :proven then now() end
                          from comptes.compte where id = :compte
                        """).param("compte", whose).param("proven", proven).update();
    }

    private List<String> letters() {
        return jdbc.sql("select texte from courriel.envoi order by id")
                .query(String.class)
                .list();
    }

    private long told() {
        return jdbc.sql("select count(*) from notifications.depot where sorte = 'protection-changee'")
                .query(Long.class)
                .single();
    }

    private static void await(BooleanSupplier condition) {
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(until);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }
}
