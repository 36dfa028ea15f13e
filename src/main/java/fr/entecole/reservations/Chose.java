package fr.entecole.reservations;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.web.Option;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Something of a school that may be reserved.
///
/// @param nombre how many there are, each reserved by itself
/// @param ouvre,ferme hours between which it is lent
record Chose(UUID id, UUID ecoleId, Sorte sorte, String nom, int nombre, Pour pour, LocalTime ouvre, LocalTime ferme) {

    enum Sorte {
        SALLE,
        MATERIEL,
        VEHICULE,
        AUTRE;

        String libelle() {
            return switch (this) {
                case SALLE -> t("Salle");
                case MATERIEL -> t("Matériel");
                case VEHICULE -> t("Véhicule");
                case AUTRE -> t("Autre");
            };
        }

        String icone() {
            return switch (this) {
                case SALLE -> "ecole";
                case MATERIEL -> "tablette";
                case VEHICULE, AUTRE -> "remise";
            };
        }

        static List<Option> options() {
            return Option.all(Arrays.asList(values()), Sorte::name, Sorte::libelle);
        }

        static Optional<Sorte> parse(String code) {
            return Arrays.stream(values()).filter(s -> s.name().equals(code)).findFirst();
        }
    }

    /// Who may reserve it.
    enum Pour {
        EQUIPE,
        DIRECTION;

        String libelle() {
            return this == EQUIPE ? t("Toute l’équipe") : t("La direction seule");
        }

        static List<Option> options() {
            return Option.all(Arrays.asList(values()), Pour::name, Pour::libelle);
        }

        static Optional<Pour> parse(String code) {
            return Arrays.stream(values()).filter(p -> p.name().equals(code)).findFirst();
        }
    }
}
