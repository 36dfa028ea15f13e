package fr.entecole.calendrier;

import static fr.entecole.socle.Phrases.t;

/// The half of a day.
public enum Moment {
    MATIN,
    APRES_MIDI;

    public String libelle() {
        return switch (this) {
            case MATIN -> t("matin");
            case APRES_MIDI -> t("après-midi");
        };
    }
}
