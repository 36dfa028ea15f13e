package fr.entecole.conventions.commune;

import fr.entecole.annuaire.ecoles.EcolesDesCommunes;
import fr.entecole.annuaire.ecoles.EcolesDesCommunes.Ecole;
import fr.entecole.conventions.Convention;
import fr.entecole.conventions.LectureDesConventions;
import fr.entecole.conventions.Propositions;
import fr.entecole.socle.web.Introuvable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What the form of a year begins with: what the commune said last, else its public name and number; in the RPI that
/// another commune has declared for that year, where it pays its part.
@Component
class DeclarationProposee {

    private final EcolesDesCommunes ecoles;
    private final LectureDesConventions lecture;
    private final Propositions propositions;

    DeclarationProposee(EcolesDesCommunes ecoles, LectureDesConventions lecture, Propositions propositions) {
        this.ecoles = ecoles;
        this.lecture = lecture;
        this.propositions = propositions;
    }

    /// @param schools of the commune today
    DeclarationForm of(String insee, int annee, List<Ecole> schools, LocalDate today) {
        var last = lecture.ofCommune(insee).stream()
                .filter(c -> c.annee() <= annee)
                .findFirst();
        var form = last.map(c -> DeclarationForm.of(c.declaration(), ticked(c, schools, today)))
                .orElseGet(() -> DeclarationForm.first(ecoles.commune(insee).orElseThrow(Introuvable::new), List.of()));
        return last.filter(c -> c.annee() == annee).isPresent()
                ? form
                : propositions.to(insee, annee).stream()
                        .filter(p -> p.annee() == annee)
                        .findFirst()
                        .map(p -> form.inRpi(p.forme()))
                        .orElse(form);
    }

    /// Last year’s schools, as avenants have left them, as far as they still stand in the commune.
    private static List<UUID> ticked(Convention last, List<Ecole> schools, LocalDate today) {
        return last.listed(today).stream()
                .map(e -> e.ecole())
                .filter(id -> schools.stream().anyMatch(e -> e.id().equals(id)))
                .toList();
    }
}
