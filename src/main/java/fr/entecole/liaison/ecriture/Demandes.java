package fr.entecole.liaison.ecriture;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.liaison.Attendu;
import fr.entecole.liaison.GenreDeMot;
import fr.entecole.liaison.Repondants;
import fr.entecole.socle.web.Option;
import java.util.List;

/// What an author may ask, in words.
final class Demandes {

    private Demandes() {}

    static List<Option> attendus(GenreDeMot genre) {
        return genre.attendus().stream().map(Demandes::option).toList();
    }

    private static Option option(Attendu attendu) {
        return switch (attendu) {
            case RIEN -> new Option(attendu.name(), t("Rien"), t("Une simple information"));
            case SIGNATURE -> new Option(attendu.name(), t("Une signature"), t("Chacun dit qu’il a lu, et signe"));
            case OUI_NON -> new Option(attendu.name(), t("Oui ou non"), t("Signé, avec un mot pour vous s’il le veut"));
            case PROPRE -> new Option(attendu.name(), t("Une réponse"));
        };
    }

    static List<Option> repondants(GenreDeMot genre) {
        return genre.repondants().stream()
                .map(r -> genre.option(r).orElseGet(() -> option(r)))
                .toList();
    }

    private static Option option(Repondants repondants) {
        return switch (repondants) {
            case CHACUN ->
                new Option(
                        repondants.name(),
                        t("Les deux doivent répondre"),
                        t("Chaque responsable répond pour soi, sans voir l’autre. Un seul non est un non."));
            case UN -> new Option(repondants.name(), t("Un seul suffit"));
        };
    }
}
