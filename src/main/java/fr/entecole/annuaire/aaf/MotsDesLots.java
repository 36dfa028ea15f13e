package fr.entecole.annuaire.aaf;

import static fr.entecole.socle.Phrases.dates;
import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Dates;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/// How a batch is told to people: never by its codes.
final class MotsDesLots {

    private static final Map<String, String> ACADEMIES = Map.of("11", "Montpellier", "16", "Toulouse");
    private static final ZoneId ICI = ZoneId.of("Europe/Paris");
    private static final DateTimeFormatter HEURE = DateTimeFormatter.ofPattern("H'\u00a0h\u00a0'mm", Locale.ROOT);

    private MotsDesLots() {}

    /// @param frais a batch of an earlier day says its year
    static String titre(Lots.Lot lot, LocalDate frais) {
        var academie = t("Académie de {0}", ACADEMIES.getOrDefault(lot.academie(), lot.academie()));
        var genre = lot.genre() == null
                ? t("lot non lu")
                : lot.genre().equals("delta") ? t("mise à jour") : t("annuaire complet");
        if (lot.date() == null) {
            return t("{0}, {1}", academie, genre);
        }
        var jour = lot.date().isBefore(frais) ? Dates.words(lot.date()) : Dates.jour(lot.date());
        return t("{0}, {1} du {2}", academie, genre, jour);
    }

    static String recu(Lots.Lot lot) {
        var when = lot.commence().atZone(ICI);
        return t("Reçu le {0} à {1}", dates("d MMMM").format(when), HEURE.format(when));
    }

    static String etat(Lots.Lot lot) {
        return switch (lot.etat()) {
            case "applied" -> t("appliqué");
            case "unchanged" -> t("rien de nouveau");
            case "held" -> t("retenu, à accepter");
            case "refused" -> t("refusé");
            case "failed" -> t("interrompu faute de mémoire");
            case "withdrawn" -> t("appliqué, puis repris");
            default -> t("en cours");
        };
    }

    static String ton(Lots.Lot lot) {
        return switch (lot.etat()) {
            case "applied", "unchanged" -> "bien";
            case "refused", "failed" -> "souci";
            default -> "attente";
        };
    }

    static String icone(Lots.Lot lot) {
        return switch (lot.etat()) {
            case "applied", "unchanged" -> "check-rond";
            case "refused", "failed" -> "croix-rond";
            case "held" -> "pause";
            default -> "horloge";
        };
    }

    static String sorte(String mot) {
        return switch (mot) {
            case "structures" -> t("Écoles et services");
            case "eleves" -> t("Élèves");
            case "responsables" -> t("Responsables");
            case "personnels" -> t("Personnels");
            case "classes" -> t("Classes");
            case "groupes" -> t("Groupes");
            default -> t("Liens de famille");
        };
    }
}
