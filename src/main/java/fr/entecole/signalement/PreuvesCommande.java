package fr.entecole.signalement;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Commande;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.stereotype.Component;

/// `./ent preuves`: whether what was sealed is what was sealed.
@Component("preuves")
class PreuvesCommande implements Commande {

    private static final int REFUSED = 2;

    private final Scelles preuves;

    PreuvesCommande(Scelles preuves) {
        this.preuves = preuves;
    }

    @Override
    public String usage() {
        return "preuves   vérifie la chaîne des preuves scellées avec les signalements";
    }

    @Override
    public int run(List<String> arguments) {
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        if (!arguments.isEmpty()) {
            err.println(t("Usage\u00a0: ./ent {0}", usage()));
            return REFUSED;
        }
        var etat = preuves.check();
        if (etat.rompue() > 0) {
            err.println(t(
                    "La chaîne est rompue à la preuve {0}\u00a0: elle, ou celle d’avant, n’est plus ce qui a été scellé.",
                    Long.toString(etat.rompue())));
            return REFUSED;
        }
        new PrintStream(System.out, true, StandardCharsets.UTF_8)
                .println(t(
                        "{0, plural, =0 {Aucune preuve.} one {Une preuve, intacte. Empreinte\u00a0: {1}} other {# preuves, intactes. Dernière empreinte\u00a0: {1}}}",
                        etat.preuves(), etat.empreinte()));
        return 0;
    }
}
