package fr.entecole.comptes;

import com.github.benmanes.caffeine.cache.Cache;
import fr.entecole.BaseDeTest;
import fr.entecole.comptes.charte.AccordsDeDemonstration;
import fr.entecole.comptes.motsdepasse.MotDePasse;
import fr.entecole.comptes.sessions.SessionEnt;
import fr.entecole.comptes.sessions.Sessions;
import fr.entecole.socle.Utilisateur;
import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Signs a test in as someone, with a real session and without the door: `mvc.get().uri("/").cookie(as.personne(id))`.
public final class EnTantQue {

    /// Births look at everyone, through a table of their own: some milliseconds, for each page that tests ask for.
    /// Nobody is born where nobody has come or gone.
    private static final String PEOPLE = """
            select concat_ws(' ', (select count(*) from annuaire.personnel), (select count(*) from annuaire.responsable),
                             (select count(*) from annuaire.eleve), (select count(*) from annuaire.agent),
                             (select count(*) from comptes.compte))
            """;

    private static final AtomicReference<String> ACCOUNTED = new AtomicReference<>("");

    private final ApplicationContext context;

    public EnTantQue(ApplicationContext context) {
        this.context = context;
    }

    /// @param personneId a person of the directory; their account is born if need be
    public Cookie personne(UUID personneId) {
        return compte(account(personneId));
    }

    /// The account of someone who has accepted the charter; see [#newcomer].
    public UUID account(UUID personneId) {
        var compte = newcomer(personneId);
        context.getBean(AccordsDeDemonstration.class).accept(compte);
        context.getBean(Utilisateurs.class).forget(compte);
        return compte;
    }

    /// The account of someone who has still to answer the charter when they come in.
    public UUID newcomer(UUID personneId) {
        var comptes = context.getBean(Comptes.class);
        if (!everyoneHasTheirs() || comptes.ofPersonne(personneId).isEmpty()) {
            comptes.createMissing();
            ACCOUNTED.set(people());
        }
        return comptes.ofPersonne(personneId).orElseThrow();
    }

    private boolean everyoneHasTheirs() {
        return people().equals(ACCOUNTED.get());
    }

    private String people() {
        return BaseDeTest.instance().name()
                + context.getBean(JdbcClient.class)
                        .sql(PEOPLE)
                        .query(String.class)
                        .single();
    }

    /// Everyone who may come in, in their first role.
    public List<Utilisateur> everyone() {
        context.getBean(Comptes.class).createMissing();
        var utilisateurs = context.getBean(Utilisateurs.class);
        return context
                .getBean(JdbcClient.class)
                .sql("select id from comptes.compte where rejoint_id is null order by id")
                .query((rs, _) -> rs.getObject("id", UUID.class))
                .list()
                .stream()
                .flatMap(compte -> utilisateurs.of(compte, null).stream())
                .toList();
    }

    public Cookie compte(UUID compteId) {
        var sessions = context.getBean(Sessions.class);
        var session = sessions.createSession();
        session.setAttribute(SessionEnt.COMPTE, compteId.toString());
        sessions.save(session);
        return new Cookie("session", session.getId());
    }

    public String login(UUID compteId) {
        return context.getBean(Comptes.class).byId(compteId).orElseThrow().login();
    }

    public void givePassword(UUID compteId, String motDePasse) {
        context.getBean(JdbcClient.class)
                .sql("update comptes.compte set mot_de_passe = :secret, force = :force where id = :id")
                .param("secret", context.getBean(Hachage.class).encode(motDePasse))
                .param("force", MotDePasse.reached(motDePasse).name())
                .param("id", compteId)
                .update();
    }

    /// As a few seconds later, or on another node.
    public void forgetWhatThisNodeRemembers() {
        context.getBeansOfType(Cache.class).values().forEach(Cache::invalidateAll);
    }
}
