package fr.entecole.annuaire;

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
            default -> refuse("Dites « ouvrir » ou « fermer » : ./ent " + usage());
        };
    }

    private int open(List<String> words) {
        if (words.equals(List.of("--toutes"))) {
            return done(ouvertures.openAll(PAR), "ouverte", "ouvertes");
        }
        var refusal = unknown(words);
        return refusal != null ? refuse(refusal) : done(ouvertures.open(words, PAR), "ouverte", "ouvertes");
    }

    private int close(List<String> words) {
        int at = words.indexOf("--motif");
        if (at < 0 || at + 1 >= words.size() || words.get(at + 1).isBlank()) {
            return refuse(
                    "Donnez le motif de la fermeture, il sera dit aux familles : --motif \"La convention attend sa signature.\"");
        }
        var motif = words.remove(at + 1);
        words.remove(at);
        var refusal = unknown(words);
        return refusal != null ? refuse(refusal) : done(ouvertures.close(words, motif, PAR), "fermée", "fermées");
    }

    private @Nullable String unknown(List<String> uais) {
        if (uais.isEmpty()) {
            return "Donnez au moins un code UAI, par exemple 0110358E : ./ent " + usage();
        }
        var known = ouvertures.known(uais);
        var missing = uais.stream()
                .filter(uai -> !known.contains(uai.strip().toUpperCase(Locale.ROOT)))
                .toList();
        return missing.isEmpty()
                ? null
                : "Aucune école de l’annuaire n’a ce code UAI : " + String.join(", ", missing)
                        + ". Rien n’a été changé. Vérifiez le code, ou importez d’abord l’annuaire de l’académie.";
    }

    private static int done(int count, String one, String many) {
        System.out.println(
                switch (count) {
                    case 0 -> "Rien à changer : c’était déjà fait.";
                    case 1 -> "1 école " + one + ".";
                    default -> count + " écoles " + many + ".";
                });
        return 0;
    }

    private static int refuse(String message) {
        System.err.println(message);
        return 2;
    }
}
