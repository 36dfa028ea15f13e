package fr.entecole.comptes.separation;

import static fr.entecole.Formulaire.formulaire;
import static fr.entecole.annuaire.Visites.words;
import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.EntTest;
import fr.entecole.Personnages;
import fr.entecole.annuaire.Visites;
import fr.entecole.comptes.Comptes;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.comptes.facteur.Telephone;
import fr.entecole.socle.Profil;
import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// A teacher who is a parent too, whose two accounts were made one: they become two again.
@EntTest
class SeparationWebTests {

    private static final String SECRET = "sept mots pour la porte de Nadège";
    private static final String MINE = "/mon-compte/separation";
    private static final Pattern CODE =
            Pattern.compile("translate=\"no\"><span>(\\w{4})</span> <span>(\\w{4})</span> <span>(\\w{4})<");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationContext context;

    EnTantQue as;
    Personnages personnages;
    UUID compte;
    UUID parent;
    UUID autre;
    Cookie session;

    @BeforeEach
    void twoAccountsMadeOne() {
        jdbc.sql("truncate comptes.essai, comptes.session").update();
        as = new EnTantQue(context);
        personnages = new Personnages(jdbc);
        compte = as.account(personnages.add(Profil.ENSEIGNANT));
        as.givePassword(compte, SECRET);
        parent = personnages.add(Profil.PARENT);
        autre = as.account(parent);
        assertThat(context.getBean(Comptes.class).join(compte, autre, List.of()))
                .isTrue();
        session = as.compte(compte);
        as.forgetWhatThisNodeRemembers();
    }

    @Test
    void isNobodyElsesAndNotOfWhatWasNeverJoined() {
        var stranger = as.account(personnages.add(Profil.ENSEIGNANT));
        as.givePassword(stranger, SECRET);
        var other = as.compte(stranger);
        prove(other);
        assertThat(get(other, MINE + "?compte=" + autre)).hasRedirectedUrl("/mon-compte");
        assertThat(part(other, autre)).hasRedirectedUrl("/mon-compte");
        prove(session);
        for (var id : new UUID[] {compte, stranger, UUID.randomUUID()}) {
            assertThat(part(session, id)).hasRedirectedUrl("/mon-compte");
        }
        assertThat(joined()).isTrue();
    }

    @Test
    void saysWhatEachKeepsAndAsksForAProofFirst() {
        assertThat(words(get(session, "/mon-compte"))).contains(as.login(autre), "Le séparer");
        assertThat(words(get(session, MINE + "?compte=" + autre)))
                .contains("Ce que chacun garde", as.login(autre), "garde le mot de passe", "n’a plus de mot de passe");
        assertThat(part(session, autre)).hasStatus(401);
        assertThat(joined()).isTrue();
    }

    @Test
    void isUndoneByItsOwnerWhoReadsTheCodeOfTheOther() {
        var elsewhere = as.compte(compte);
        var telephone = Telephone.of(context, compte);
        assertThat(post(session, "/confirmation", "code", telephone.code())).hasStatus(303);
        assertThat(part(session, autre)).hasRedirectedUrl(MINE + "?compte=" + autre);
        assertThat(joined()).isFalse();
        var shown = get(session, MINE + "?compte=" + autre);
        assertThat(shown).hasStatusOk().hasHeader("Cache-Control", "no-store");
        assertThat(get(elsewhere, "/mon-compte")).as("other stays end").hasRedirectedUrl("/connexion");
        assertThat(words(get(session, "/mon-compte")))
                .as("this one goes on, with what is left")
                .doesNotContain(as.login(autre), "Passer à ce rôle");
        assertThat(enter(autre, SECRET)).as("no longer with its password").hasStatus(422);
        assertThat(enter(compte, SECRET)).as("second proofs stay").hasRedirectedUrl("/connexion/second-facteur");
        assertThat(facts()).containsExactly(autre.toString());
        assertThat(told(compte)).isOne();
        assertThat(told(autre)).isOne();
        assertThat(part(session, autre)).as("once").hasRedirectedUrl("/mon-compte");

        var code = CODE.matcher(words(shown));
        assertThat(code.find()).isTrue();
        assertThat(post(session, MINE + "/fin", "compte", autre.toString()))
                .hasRedirectedUrl("/mon-compte?fait=separation");
        assertThat(get(session, MINE + "?compte=" + autre)).hasRedirectedUrl("/mon-compte");
        jdbc.sql(
                        "update annuaire.responsable set prenom = (select prenom from annuaire.personnel p join comptes.compte c"
                                + " on c.personne_id = p.id where c.id = :compte) where id = :parent")
                .param("compte", compte)
                .param("parent", parent)
                .update();
        as.forgetWhatThisNodeRemembers();
        var again = post(
                session,
                "/mon-compte/reunion",
                "code",
                code.group(1) + code.group(2) + code.group(3),
                "etape",
                "confirme",
                "jour",
                "1",
                "mois",
                "03",
                "annee",
                "17");
        assertThat(again).as("joined again with that code").hasRedirectedUrl("/mon-compte?fait=reunion");
        assertThat(joined()).isTrue();
    }

    /// A sheet that was printed for one role while the account was both would open the other.
    @Test
    void leavesNoCodeOfWhatTheAccountWas() {
        var codes = context.getBean(fr.entecole.comptes.codes.Codes.class);
        var code = codes.issue(List.of(parent), compte, null).get(parent);
        prove(session);
        assertThat(part(session, autre)).hasStatus(303);
        assertThat(mvc.post().uri("/activation").param("code", code).with(formulaire()))
                .hasStatus(410);
    }

    @Test
    void isPartedByTheHeadOfASchoolOfTheOtherAndNoOtherHead() {
        var head = head(personnages);
        var stranger = head(new Personnages(jdbc));
        prove(stranger);
        assertThat(get(stranger, school())).hasStatus(404);
        assertThat(post(stranger, school())).hasStatus(404);
        prove(session);
        assertThat(post(session, school())).as("who is no head").hasStatus(404);
        assertThat(joined()).isTrue();

        assertThat(words(get(head, "/comptes/personnes/" + parent + "/acces"))).contains("les séparer");
        assertThat(words(get(head, school()))).contains("Ce que chacun garde", as.login(autre));
        assertThat(post(head, school())).as("asks for a proof").hasStatus(401);
        prove(head);
        assertThat(post(head, school())).hasRedirectedUrl("/comptes/personnes/" + parent + "/acces?fait=separation");
        assertThat(joined()).isFalse();
        assertThat(get(session, "/mon-compte")).as("all stays end").hasRedirectedUrl("/connexion");
        assertThat(enter(compte, SECRET)).as("the teacher keeps the password").hasStatus(303);
        assertThat(words(get(head, "/comptes/personnes/" + parent + "/acces?fait=separation")))
                .contains("Il reste à remettre un code", "Remettre un accès");
        assertThat(facts()).containsExactly(autre.toString());
        assertThat(told(autre)).isOne();
    }

    @Test
    void isNoHeadsToPartFromTheirOwnAccountNorFromAnotherHeads() {
        var mine = as.account(personnages.add(Profil.DIRECTEUR));
        as.givePassword(mine, SECRET);
        var child = personnages.add(Profil.PARENT);
        assertThat(context.getBean(Comptes.class).join(mine, as.account(child), List.of()))
                .isTrue();
        var head = as.compte(mine);
        prove(head);
        assertThat(post(head, "/comptes/personnes/" + child + "/separation")).hasStatus(404);
        var colleague = personnages.add(Profil.DIRECTEUR);
        var teacher = as.account(personnages.add(Profil.ENSEIGNANT));
        assertThat(context.getBean(Comptes.class).join(teacher, as.account(colleague), List.of()))
                .isTrue();
        assertThat(post(head, "/comptes/personnes/" + colleague + "/separation"))
                .hasStatus(404);
    }

    /// What was stopped would go on by the other door.
    @Test
    void isNotDoneWhileTheAccountIsStopped() {
        var vu = Visites.hidden(words(get(session, "/surete/pas-moi")), "vu");
        assertThat(post(session, "/surete/pas-moi", "vu", vu)).hasStatus(303);
        var head = head(personnages);
        prove(head);
        var refused = post(head, school());
        assertThat(refused).hasStatus(422);
        assertThat(words(refused)).contains("Ce compte est arrêté");
        assertThat(joined()).isTrue();
    }

    private MvcTestResult part(Cookie session, UUID other) {
        return post(session, MINE, "compte", other.toString());
    }

    private String school() {
        return "/comptes/personnes/" + parent + "/separation";
    }

    private Cookie head(Personnages where) {
        var head = as.account(where.add(Profil.DIRECTEUR));
        as.givePassword(head, SECRET);
        return as.compte(head);
    }

    private boolean joined() {
        return jdbc.sql("select rejoint_id is not null from comptes.compte where id = :id")
                .param("id", autre)
                .query((rs, _) -> rs.getBoolean(1))
                .single();
    }

    private List<String> facts() {
        return jdbc.sql("select objet_id from journal.fait where action = 'compte-separe' and objet_id = :id::text")
                .param("id", autre)
                .query(String.class)
                .list();
    }

    private long told(UUID whom) {
        return jdbc.sql("""
                        select count(*) from notifications.depot d join notifications.depot_personne p on p.depot_id = d.id
                          join comptes.compte c on c.personne_id = p.personne_id
                         where d.sorte = 'protection-changee' and d.titre like '%séparés%' and c.id = :compte
                        """).param("compte", whom).query(Long.class).single();
    }

    private void prove(Cookie session) {
        assertThat(post(session, "/confirmation", "motDePasse", SECRET)).hasStatus(303);
    }

    private MvcTestResult enter(UUID account, String motDePasse) {
        return mvc.post()
                .uri("/connexion")
                .param("identifiant", as.login(account))
                .param("motDePasse", motDePasse)
                .with(formulaire())
                .exchange();
    }

    private MvcTestResult get(Cookie session, String path) {
        return mvc.get().uri(path).cookie(session).exchange();
    }

    private MvcTestResult post(Cookie session, String path, String... fields) {
        var request = mvc.post().uri(path).cookie(session);
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.with(formulaire()).exchange();
    }
}
