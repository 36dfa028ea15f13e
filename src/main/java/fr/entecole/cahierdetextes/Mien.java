package fr.entecole.cahierdetextes;

import fr.entecole.cahierdetextes.Rendus.Tampon;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.memoire.Question;
import fr.entecole.socle.memoire.Souvenirs;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is for a pupil, or for the children of a guardian.
record Mien(List<Eleve> eleves, List<Ligne> lignes) {

    /// Keys say the class, not the level: what is for none of these pupils is left out.
    static Mien of(List<Eleve> eleves, List<Ligne> lignes) {
        return new Mien(
                eleves,
                lignes.stream()
                        .filter(ligne -> eleves.stream().anyMatch(eleve -> eleve.concerns(ligne.travail())))
                        .toList());
    }

    /// The lines of a home, from tomorrow on: what a node remembers.
    static Lecture<List<Ligne>> forHome(Souvenirs souvenirs, Utilisateur utilisateur, LocalDate today, int days) {
        return souvenirs.of(
                utilisateur,
                today,
                LectureDuCahier.A_L_ACCUEIL,
                () -> new Question<>(
                        Question.mots("travaux", utilisateur.cles().ecoles(), LectureDuCahier.mine(utilisateur)),
                        LectureDuCahier.between(utilisateur, today.plusDays(1), today.plusDays(days)),
                        LectureDuCahier::ligne));
    }

    List<Ligne> of(Eleve eleve) {
        return lignes.stream().filter(ligne -> eleve.concerns(ligne.travail())).toList();
    }

    /// A line with what those among the reader's pupils have done.
    ///
    /// @param faits who has ticked it
    /// @param rendus who has handed something back, and the stamp that it got, empty where it has none yet
    record Ligne(Travail travail, Set<UUID> faits, Map<UUID, String> rendus) {

        /// Ticked, or handed back: who has handed it back need not say it again.
        boolean faitPar(Eleve eleve) {
            return cochePar(eleve) || renduPar(eleve);
        }

        boolean cochePar(Eleve eleve) {
            return faits.contains(eleve.id());
        }

        @Nullable
        Tampon tampon(Eleve eleve) {
            return Tampon.of(rendus.getOrDefault(eleve.id(), "")).orElse(null);
        }

        boolean renduPar(Eleve eleve) {
            return rendus.containsKey(eleve.id());
        }
    }
}
