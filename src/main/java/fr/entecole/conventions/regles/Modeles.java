package fr.entecole.conventions.regles;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The four forms that the agreements have had, as files: a heading `nom: valeur`, and the text, which several years
/// may share. They name no official: the region says who signs.
public final class Modeles {

    private static final List<String> FICHIERS = List.of("2020-21", "2022-23", "2024-25", "2025-26");

    private Modeles() {}

    /// The latest last.
    public static List<Parametres> all() {
        return FICHIERS.stream().map(nom -> read(text(nom))).toList();
    }

    public static Parametres last() {
        return all().getLast();
    }

    static Parametres read(String heading) {
        Map<String, String> champs = new LinkedHashMap<>();
        heading.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
            int colon = line.indexOf(':');
            champs.put(
                    line.substring(0, colon).strip(), line.substring(colon + 1).strip());
        });
        var fenetre = take(champs, "fenetre").split(" ", -1);
        var tolerance = take(champs, "tolerance");
        var model = new Parametres(
                Integer.parseInt(take(champs, "annee")),
                Montant.typed(take(champs, "prix")).orElseThrow().centimes(),
                LocalDate.parse(take(champs, "fin")),
                Integer.parseInt(take(champs, "preavis")),
                fenetre.length < 2 ? null : new Fenetre(LocalDate.parse(fenetre[0]), LocalDate.parse(fenetre[1])),
                tolerance.isEmpty() ? null : LocalDate.parse(tolerance),
                take(champs, "tribunal"),
                Integer.parseInt(take(champs, "beaucoup")),
                take(champs, "profils"),
                take(champs, "partie"),
                new Signataire("", take(champs, "qualite"), take(champs, "delegant"), take(champs, "lieu")),
                Map.of(),
                text(take(champs, "texte")));
        return new Parametres(
                model.annee(),
                model.prix(),
                model.fin(),
                model.preavis(),
                model.fenetre(),
                model.tolerance(),
                model.tribunal(),
                model.beaucoup(),
                model.profils(),
                model.partie(),
                model.signataire(),
                champs,
                model.texte());
    }

    private static String take(Map<String, String> champs, String nom) {
        return Objects.requireNonNull(champs.remove(nom), nom);
    }

    private static String text(String nom) {
        try (InputStream in = Objects.requireNonNull(
                Modeles.class.getResourceAsStream("/fr/entecole/conventions/modeles/" + nom + ".txt"), nom)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
