package fr.entecole.conventions.commune;

import fr.entecole.annuaire.ecoles.EcolesDesCommunes;
import fr.entecole.annuaire.ecoles.EcolesDesCommunes.Ecole;
import fr.entecole.conventions.Convention;
import fr.entecole.conventions.LectureDesConventions;
import fr.entecole.conventions.Propositions;
import fr.entecole.conventions.Reprises;
import fr.entecole.conventions.regles.EcoleInscrite;
import fr.entecole.conventions.regles.Reprise;
import fr.entecole.socle.web.Introuvable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What the form of a year begins with: what the commune said last, else its public name and number; in the RPI that
/// another commune has declared for that year, where it pays its part.
@Component
class DeclarationProposee {

    private final EcolesDesCommunes ecoles;
    private final LectureDesConventions lecture;
    private final Propositions propositions;
    private final Reprises reprises;

    DeclarationProposee(
            EcolesDesCommunes ecoles, LectureDesConventions lecture, Propositions propositions, Reprises reprises) {
        this.reprises = reprises;
        this.ecoles = ecoles;
        this.lecture = lecture;
        this.propositions = propositions;
    }

    /// @param schools of the commune today
    DeclarationForm of(String insee, int annee, List<Ecole> schools, LocalDate today) {
        var before = lecture.ofCommune(insee).stream()
                .filter(c -> c.annee() <= annee)
                .toList();
        var last = before.stream().filter(c -> c.insee().equals(insee)).findFirst();
        var form = last.map(c -> DeclarationForm.of(c.declaration(), ticked(before, schools, today)))
                .or(() ->
                        before.isEmpty() ? Optional.empty() : Optional.of(first(insee, ticked(before, schools, today))))
                .orElseGet(() -> first(insee, List.of()));
        return last.filter(c -> c.annee() == annee).isPresent()
                ? form
                : propositions.to(insee, annee).stream()
                        .filter(p -> p.annee() == annee)
                        .findFirst()
                        .map(p -> form.inRpi(p.forme()))
                        .orElse(form);
    }

    private DeclarationForm first(String insee, List<UUID> ticked) {
        return DeclarationForm.first(ecoles.commune(insee).orElseThrow(Introuvable::new), ticked);
    }

    /// Schools of the last year of this commune and of those that it has succeeded, as avenants have left them, with
    /// whoever has taken one up in its place, as far as they stand in the commune.
    private List<UUID> ticked(List<Convention> before, List<Ecole> schools, LocalDate today) {
        var listed = before.stream()
                .filter(c -> c.annee() == before.getFirst().annee())
                .flatMap(c -> c.listed(today).stream())
                .map(EcoleInscrite::ecole)
                .distinct()
                .toList();
        var said = reprises.said();
        var carried = Reprise.carried(listed, said, today);
        said.stream().filter(r -> r.holds(today)).forEach(r -> carried.remove(r.ecole()));
        return schools.stream().map(Ecole::id).filter(carried::contains).toList();
    }
}
