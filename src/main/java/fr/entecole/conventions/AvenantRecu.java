package fr.entecole.conventions;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.conventions.regles.Avenant;
import fr.entecole.conventions.regles.EcoleInscrite;
import fr.entecole.conventions.regles.Etat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// An avenant that the académie has received.
///
/// @param commune,region days of its signatures
public record AvenantRecu(
        UUID id,
        int numero,
        Sorte sorte,
        String motif,
        Instant recuLe,
        @Nullable LocalDate commune,
        @Nullable LocalDate region,
        List<EcoleInscrite> ecoles) {

    public Etat.Faits signatures() {
        return new Etat.Faits(null, commune, region, null);
    }

    public @Nullable LocalDate signeLe() {
        return signatures().effet();
    }

    Avenant avenant() {
        return new Avenant(ecoles.stream().map(EcoleInscrite::ecole).collect(Collectors.toSet()), recuLe, signeLe());
    }

    /// What it is about (2020-21, articles 6 and 8).
    public enum Sorte {
        LISTE,
        RPI,
        ENTREE,
        SORTIE,
        COMMUNAUTE;

        public String libelle() {
            return switch (this) {
                case LISTE -> t("Changer la liste des écoles");
                case RPI -> t("Modification d’un RPI");
                case ENTREE -> t("Entrée d’une commune dans un RPI");
                case SORTIE -> t("Sortie d’une commune d’un RPI");
                case COMMUNAUTE -> t("Nouvelle communauté de communes, agglomération ou métropole");
            };
        }
    }
}
