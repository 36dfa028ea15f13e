package fr.entecole.annuaire.aaf;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.socle.Commande;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationContext;

/// Invented feeds of a few schools, whole or with pupils cut out.
public final class Fabrique {

    private static final Pattern FICHE = Pattern.compile("(?s)<addRequest>.*?</addRequest>");

    private final Commande feed;
    private final Path dossier;

    public Fabrique(ApplicationContext context, Path dossier) {
        this.feed = context.getBean("feed", Commande.class);
        this.dossier = dossier;
    }

    /// The same people each time, of another day.
    public Path plein(String academie, String jour, int ecoles) {
        var cible = dossier.resolve("complet-" + academie + "-" + jour + "-" + System.nanoTime());
        List<String> mots = new ArrayList<>(List.of("--academie", academie, "--schools", String.valueOf(ecoles)));
        mots.addAll(List.of("--seed", "3", "--date", jour, cible.toString()));
        try {
            assertThat(feed.run(mots)).isZero();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return cible;
    }

    /// Cuts pupils out.
    public static Path without(Path lot, Predicate<String> fiche) {
        return edit(lot, fiche, _ -> "");
    }

    /// Cuts guardians out.
    public static Path withoutGuardians(Path lot, Predicate<String> fiche) {
        return edit(lot, "_PersRelEleve_", fiche, _ -> "");
    }

    /// Writes records of pupils otherwise.
    public static Path edit(Path lot, Predicate<String> fiche, UnaryOperator<String> change) {
        return edit(lot, "_Eleve_", fiche, change);
    }

    private static Path edit(Path lot, String sorte, Predicate<String> fiche, UnaryOperator<String> change) {
        try {
            for (var fichier : Exemple.files(lot)) {
                if (fichier.getFileName().toString().contains(sorte)) {
                    Files.writeString(
                            fichier,
                            FICHE.matcher(Files.readString(fichier))
                                    .replaceAll(found -> Matcher.quoteReplacement(
                                            fiche.test(found.group()) ? change.apply(found.group()) : found.group())));
                }
            }
            return lot;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One pupil in two.
    public static Path half(Path lot) {
        int[] n = {0};
        return without(lot, _ -> n[0]++ % 2 == 0);
    }

    public Path zip(Path lot) {
        try {
            return Exemple.zip(lot, dossier.resolve(lot.getFileName() + ".zip"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
