package fr.entecole.redaction;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Phrases;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What somebody was typing and has not sent, in one place where they write.
///
/// @param lieu the room's word for that place: `liaison.nouveau`, `liaison.mot.<id>`
/// @param version of the draft: 1 when it was first kept
/// @param base version of the thing that was being changed, in the room's own words; empty for a new one
/// @param champs what was typed, by the name of its field
public record Brouillon(String lieu, int version, String base, Map<String, String> champs, Instant ecritLe) {

    /// Of the names under which the page keeps what is chosen: it is no text of anybody.
    static final String CHOIX = "choix.";

    private static final ZoneId ICI = ZoneId.of("Europe/Paris");

    /// What was typed in this field, or else what stands there.
    public String champ(String nom, String sinon) {
        return champs.getOrDefault(nom, sinon);
    }

    /// What was chosen rather than typed, by the name of its boxes (`pour`, `depots`): the page keeps one a line, with
    /// what stands beside it.
    public List<String> choix(String nom) {
        return champ(CHOIX + nom, "")
                .lines()
                .map(line -> line.split("\t", 2)[0].strip())
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /// When, as people say it: « dimanche 29 novembre à 20 h 41 ».
    public String quand() {
        var ici = ecritLe.atZone(ICI);
        return t(
                "{0} à {1} h {2}",
                Phrases.jour(ici.toLocalDate()).toLowerCase(Locale.FRANCE),
                Integer.toString(ici.getHour()),
                "%02d".formatted(ici.getMinute()));
    }
}
