package fr.entecole.comptes;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Cache;
import fr.entecole.EntTest;
import fr.entecole.Personnages;
import fr.entecole.annuaire.Annuaire;
import fr.entecole.annuaire.Identite;
import fr.entecole.annuaire.Identite.Acces;
import fr.entecole.comptes.Utilisateurs.Lu;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Region;
import fr.entecole.socle.Utilisateur;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@EntTest
class UtilisateursTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    Cache<Lu, List<Utilisateur>> lus;

    /// At the door, while a page that the account has elsewhere asks who it is: what the node learns for that page must
    /// not be taken for « the directory knows nobody ».
    @Test
    void saysWhoComesInWhateverAnotherPageHasJustAsked() {
        var as = new EnTantQue(context);
        var compte = as.account(new Personnages(context.getBean(JdbcClient.class)).add(Profil.ENSEIGNANT));
        var elsewhere = context.getBean(Utilisateurs.class);
        var door = new Utilisateurs(
                context.getBean(Comptes.class),
                context.getBean(Annuaire.class),
                context.getBean(Region.class),
                asSoonAsForgotten(() -> elsewhere.of(compte, null)),
                context.getBean(Fraicheur.class));
        assertThat(door.first(compte).map(Identite::acces)).contains(Acces.OUVERT);
    }

    /// The node's memory, when whoever asks meanwhile is quicker.
    @SuppressWarnings("unchecked")
    private Cache<Lu, List<Utilisateur>> asSoonAsForgotten(Runnable page) {
        return (Cache<Lu, List<Utilisateur>>) Proxy.newProxyInstance(
                Cache.class.getClassLoader(), new Class<?>[] {Cache.class}, (_, method, arguments) -> {
                    try {
                        var said = method.invoke(lus, arguments);
                        if (method.getName().startsWith("invalidate")) {
                            page.run();
                        }
                        return said;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
