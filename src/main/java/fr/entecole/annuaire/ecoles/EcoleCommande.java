package fr.entecole.annuaire.ecoles;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Commande;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// `./ent ecole ouvrir UAI…`, `ouvrir --toutes`, `fermer UAI… --motif TEXTE`: all or nothing.
@Component("ecole")
class EcoleCommande implements Commande {

    private static final String PAR = "commande";

    private final Ouvertures ouvertures;

    EcoleCommande(Ouvertures ouvertures) {
        this.ouvertures = ouvertures;
    }

    @Override
    public String usage() {
        return "ecole ouvrir UAI… | ecole ouvrir --toutes | ecole fermer UAI… --motif TEXTE";
    }

    @Override
    public int run(List<String> arguments) {
        var words = new ArrayList<>(arguments);
        var action = words.isEmpty() ? "" : words.removeFirst();
        return switch (action) {
            case "ouvrir" -> open(words);
            case "fermer" -> close(words);
            default -> refuse(t("Dites « ouvrir » ou « fermer » : ./ent {0}", usage()));
        };
    }

    private int open(List<String> words) {
        if (words.equals(List.of("--toutes"))) {
            var shared = ouvertures.shared(List.of());
            if (!shared.isEmpty()) {
                System.err.println(onePerCode(shared));
            }
            return opened(ouvertures.openAll(PAR));
        }
        var refusal = unknown(words);
        return refusal != null ? refuse(refusal) : opened(ouvertures.open(words, PAR));
    }

    private int close(List<String> words) {
        int at = words.indexOf("--motif");
        if (at < 0 || at + 1 >= words.size() || words.get(at + 1).isBlank()) {
            return refuse(
                    t(
                            "Donnez le motif de la fermeture, il sera dit aux familles : --motif « La convention attend sa signature. »"));
        }
        var motif = words.remove(at + 1);
        words.remove(at);
        var refusal = unknown(words);
        if (refusal != null) {
            return refuse(refusal);
        }
        return said(t(
                "{0, plural, =0 {Rien à changer : c’était déjà fait.} one {Une école fermée.} other {# écoles fermées.}}",
                ouvertures.close(words, motif, PAR)));
    }

    private @Nullable String unknown(List<String> uais) {
        if (uais.isEmpty()) {
            return t("Donnez au moins un code UAI, par exemple 0110358E : ./ent {0}", usage());
        }
        var known = ouvertures.known(uais);
        var missing = uais.stream()
                .filter(uai -> !known.contains(uai.strip().toUpperCase(Locale.ROOT)))
                .toList();
        var shared = ouvertures.shared(uais);
        if (missing.isEmpty()) {
            return shared.isEmpty() ? null : onePerCode(shared);
        }
        return t(
                "Aucune école de l’annuaire n’a ce code UAI : {0}. Rien n’a été changé. Vérifiez le code, ou importez d’abord l’annuaire de l’académie.",
                String.join(", ", missing));
    }

    private static String onePerCode(List<String> shared) {
        return t(
                "Plusieurs écoles portent le même code UAI ({0}) : rien n’a été changé pour elles, faites-le à l’écran, une à la fois.",
                String.join(", ", shared));
    }

    private static int opened(int count) {
        return said(t(
                "{0, plural, =0 {Rien à changer : c’était déjà fait.} one {Une école ouverte.} other {# écoles ouvertes.}}",
                count));
    }

    private static int said(String sentence) {
        System.out.println(sentence);
        return 0;
    }

    private static int refuse(String message) {
        System.err.println(message);
        return 2;
    }
}
