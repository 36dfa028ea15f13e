package fr.entecole.conventions.commune;

import fr.entecole.annuaire.ecoles.EcolesDesCommunes;
import fr.entecole.annuaire.ecoles.EcolesDesCommunes.Ecole;
import fr.entecole.conventions.Convention;
import fr.entecole.conventions.LectureDesConventions;
import fr.entecole.conventions.Propositions;
import fr.entecole.conventions.Reprises;
import fr.entecole.conventions.regles.EcoleInscrite;
import fr.entecole.conventions.regles.Etat;
import fr.entecole.conventions.regles.Reprise;
import fr.entecole.socle.web.Introuvable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What the form of a year begins with: what the commune said last, else its public name and number; in the RPI that
/// another commune has declared for that year, where it pays its part.
@Component
public class DeclarationProposee {

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
        var before = before(insee, annee);
        var last = before.stream().filter(c -> c.insee().equals(insee)).findFirst();
        var ticked = ticked(before, insee, annee, schools, today);
        var form = last.map(c -> DeclarationForm.of(c.declaration(), ticked)).orElseGet(() -> first(insee, ticked));
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
    public List<UUID> ticked(String insee, int annee, List<Ecole> schools, LocalDate today) {
        return ticked(before(insee, annee), insee, annee, schools, today);
    }

    private List<Convention> before(String insee, int annee) {
        return lecture.ofCommune(insee).stream().filter(c -> c.annee() <= annee).toList();
    }

    /// What a commune that was succeeded has sent for the same year goes on under its own convention, billed there.
    private List<UUID> ticked(List<Convention> before, String insee, int annee, List<Ecole> schools, LocalDate today) {
        var sent = before.stream()
                .filter(c -> c.annee() == annee && !c.insee().equals(insee))
                .filter(c -> c.etat(today) != Etat.BROUILLON && c.etat(today) != Etat.RESILIEE)
                .toList();
        var said = reprises.said();
        var carried = Reprise.carried(ids(last(before, sent, insee, annee, today), today), said, today);
        said.stream().filter(r -> r.holds(today)).forEach(r -> carried.remove(r.ecole()));
        ids(sent, today).forEach(carried::remove);
        return schools.stream().map(Ecole::id).filter(carried::contains).toList();
    }

    /// Of each commune the last one; its own of the year that it corrects stands alone.
    private static Collection<Convention> last(
            List<Convention> before, List<Convention> sent, String insee, int annee, LocalDate today) {
        Map<String, Convention> last = new LinkedHashMap<>();
        before.stream()
                .filter(c -> c.insee().equals(insee) || c.etat(today) != Etat.BROUILLON)
                .forEach(c -> last.putIfAbsent(c.insee(), c));
        last.values().removeAll(sent);
        var own = last.get(insee);
        if (own != null && own.annee() == annee) {
            return List.of(own);
        }
        int year = last.values().stream().mapToInt(Convention::annee).max().orElse(annee);
        return last.values().stream().filter(c -> c.annee() == year).toList();
    }

    private static List<UUID> ids(Collection<Convention> conventions, LocalDate today) {
        return conventions.stream()
                .flatMap(c -> c.listed(today).stream())
                .map(EcoleInscrite::ecole)
                .distinct()
                .toList();
    }
}
