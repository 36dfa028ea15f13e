package fr.entecole.annuaire.aaf.validation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Takes compound values apart (reference §5): parts are separated by `$`, empty ones kept; the last part may be a
/// label typed by a school, with a `$` of its own.
final class Decoupage {

    private Decoupage() {}

    /// @param parts how many are wanted; the last one keeps what follows
    /// @return empty when there are fewer: values may arrive truncated
    static Optional<List<String>> split(String valeur, int parts) {
        List<String> trouves = new ArrayList<>(parts);
        int debut = 0;
        while (trouves.size() < parts - 1) {
            int fin = valeur.indexOf('$', debut);
            if (fin < 0) {
                return Optional.empty();
            }
            trouves.add(valeur.substring(debut, fin).strip());
            debut = fin + 1;
        }
        trouves.add(valeur.substring(debut).strip());
        return Optional.of(trouves);
    }

    /// The lines of an address, trimmed, without the empty ones.
    static List<String> lines(String valeur) {
        List<String> lignes = new ArrayList<>(4);
        int debut = 0;
        for (int fin = valeur.indexOf('$'); fin >= 0; fin = valeur.indexOf('$', debut)) {
            add(lignes, valeur.substring(debut, fin));
            debut = fin + 1;
        }
        add(lignes, valeur.substring(debut));
        return lignes;
    }

    private static void add(List<String> lignes, String ligne) {
        if (!ligne.isBlank()) {
            lignes.add(ligne.strip());
        }
    }

    /// `dd/MM/yyyy`, a day that exists, in the 20th or 21st century.
    static Optional<LocalDate> date(String valeur) {
        if (valeur.length() != 10 || valeur.charAt(2) != '/' || valeur.charAt(5) != '/') {
            return Optional.empty();
        }
        var jour = valeur.substring(0, 2);
        var mois = valeur.substring(3, 5);
        var annee = valeur.substring(6);
        if (!Verifications.digits(jour + mois + annee) || !(annee.startsWith("19") || annee.startsWith("20"))) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(annee), Integer.parseInt(mois), Integer.parseInt(jour)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// `O`/`N`, and what other exports write for them.
    static Optional<Boolean> yesOrNo(String valeur) {
        return switch (valeur.toUpperCase(java.util.Locale.ROOT)) {
            case "O", "OUI", "TRUE", "1" -> Optional.of(true);
            case "N", "NON", "FALSE", "0" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
