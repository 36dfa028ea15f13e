package fr.entecole.liaison.rendezvous;

import static fr.entecole.socle.Phrases.t;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The meetings of a mot, those that stand, in their order.
///
/// @param jusquAu the end of the last day on which families book, change and give up
record Proposition(UUID mot, UUID ecole, String lieu, Part part, Instant jusquAu, List<Creneau> creneaux) {

    Proposition {
        creneaux =
                creneaux.stream().sorted(Comparator.comparing(Creneau::debut)).toList();
    }

    boolean isOpen(Instant now) {
        return now.isBefore(jusquAu);
    }

    LocalDate dernierJour() {
        return Heures.jour(jusquAu.minusSeconds(1));
    }

    Optional<Creneau> creneau(UUID id) {
        return creneaux.stream().filter(c -> c.id.equals(id)).findFirst();
    }

    /// What this guardian holds for this child.
    ///
    /// @param personnes all whom the directory knows this one guardian as
    Optional<Creneau> held(UUID eleve, Set<UUID> personnes) {
        return creneaux.stream()
                .filter(c -> c.prise != null && c.prise.eleve.equals(eleve) && c.prise.isOf(personnes))
                .findFirst();
    }

    List<Creneau> heldBy(Set<UUID> personnes) {
        return creneaux.stream()
                .filter(c -> c.prise != null && c.prise.isOf(personnes))
                .toList();
    }

    /// Whether somebody else has taken the one meeting of this child: told as such, never when, where or by whom.
    boolean heldByAnother(UUID eleve, Set<UUID> personnes) {
        return part == Part.ENFANT
                && creneaux.stream()
                        .anyMatch(c -> c.prise != null && c.prise.eleve.equals(eleve) && !c.prise.isOf(personnes));
    }

    /// Names of those of these children of whom somebody else has taken the one meeting.
    List<String> takenByAnother(Set<UUID> enfants, Set<UUID> personnes) {
        return enfants.stream()
                .filter(eleve -> heldByAnother(eleve, personnes))
                .flatMap(eleve -> creneaux.stream()
                        .map(Creneau::prise)
                        .filter(Objects::nonNull)
                        .filter(p -> p.eleve.equals(eleve))
                        .map(Prise::eleveNom)
                        .limit(1))
                .sorted()
                .toList();
    }

    long libres(Instant now) {
        return creneaux.stream().filter(c -> c.isFree(now)).count();
    }

    long pris() {
        return creneaux.stream().filter(c -> c.prise != null).count();
    }

    /// For whom one meeting is.
    enum Part {
        ENFANT,
        RESPONSABLE;

        String libelle() {
            return this == ENFANT ? t("Un rendez-vous par enfant") : t("Un rendez-vous par responsable");
        }

        String precision() {
            return this == ENFANT
                    ? t(
                            "Le premier responsable qui choisit le prend. L’autre sait qu’un rendez-vous est pris, pas lequel.")
                    : t("Chaque responsable choisit le sien, sans voir celui de l’autre.");
        }
    }

    /// @param prise who has it; null: nobody
    record Creneau(
            UUID id, Instant debut, Instant fin, @Nullable Prise prise) {

        boolean isFree(Instant now) {
            return prise == null && debut.isAfter(now);
        }
    }

    /// @param responsable who comes; null where the directory knows no guardian
    /// @param eleveNom,responsableNom empty once forgotten
    /// @param parEcole the school was told on the telephone or on paper
    record Prise(
            UUID id,
            UUID eleve,
            String eleveNom,
            UUID pour,
            @Nullable UUID responsable,
            String responsableNom,
            boolean parEcole) {

        boolean isOf(Set<UUID> personnes) {
            return responsable != null && personnes.contains(responsable);
        }
    }
}
