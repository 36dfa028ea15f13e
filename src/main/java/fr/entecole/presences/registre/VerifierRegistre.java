package fr.entecole.presences.registre;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Commande;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.springframework.stereotype.Component;

/// `./ent registre verifier`: whether an archive of the register is as it was signed. It needs nothing but the file.
@Component("registre verifier")
class VerifierRegistre implements Commande {

    private static final int REFUSED = 2;

    @Override
    public String usage() {
        return "registre verifier FICHIER   dit si une archive du registre d’appel est telle qu’elle a été signée";
    }

    @Override
    public int run(List<String> arguments) {
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        if (arguments.size() != 1) {
            err.println(t("Usage\u00a0: ./ent {0}", usage()));
            return REFUSED;
        }
        try (var in = Files.newInputStream(Path.of(arguments.getFirst()))) {
            var controle = Archive.check(in);
            if (!controle.faute().isEmpty()) {
                err.println(t("Cette archive a changé\u00a0: {0}.", controle.faute()));
                return REFUSED;
            }
            new PrintStream(System.out, true, StandardCharsets.UTF_8)
                    .println(t(
                            "Archive intacte\u00a0: {0, plural, =0 {aucun mois signé} one {# mois signé} other {# mois signés}}. Sceau\u00a0: {1}",
                            controle.mois(), controle.sceau()));
            return 0;
        } catch (IOException | InvalidPathException _) {
            err.println(t("Ce fichier ne peut être lu\u00a0: {0}", arguments.getFirst()));
            return REFUSED;
        }
    }
}
