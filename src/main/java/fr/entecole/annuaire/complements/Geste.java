package fr.entecole.annuaire.complements;

import fr.entecole.annuaire.saisies.Saisies;
import fr.entecole.annuaire.saisies.SaisiesDesFamilles;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One thing that a line of a file does, once it is applied.
sealed interface Geste {

    /// The school that it is about.
    UUID ecole();

    record NouvelleClasse(UUID ecole, UUID id, String libelle) implements Geste {}

    record NouvelEleve(UUID ecole, UUID id, SaisiesDesFamilles.Eleve eleve) implements Geste {}

    record EleveChange(UUID ecole, UUID id, SaisiesDesFamilles.Eleve eleve) implements Geste {}

    record Inscription(UUID ecole, UUID eleve, UUID classe) implements Geste {}

    record NouveauResponsable(UUID ecole, UUID id, SaisiesDesFamilles.Responsable responsable) implements Geste {}

    record ResponsableChange(UUID ecole, UUID id, SaisiesDesFamilles.Responsable responsable) implements Geste {}

    /// @param code of the link (reference aaf-onde §6.2)
    record NouveauLien(UUID ecole, UUID responsable, UUID eleve, String code) implements Geste {}

    /// @param numero of the line, by which its classes find who was just entered
    record NouveauPersonnel(UUID ecole, long numero, Saisies.Personnel personnel) implements Geste {}

    /// @param personnel null: whom the same line enters
    record Rattachement(UUID ecole, @Nullable UUID personnel, long numero, UUID classe) implements Geste {}
}
