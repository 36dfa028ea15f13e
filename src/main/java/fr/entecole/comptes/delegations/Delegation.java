package fr.entecole.comptes.delegations;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Dates;
import java.time.LocalDate;
import java.util.UUID;

/// @param nom of who has it
public record Delegation(UUID id, UUID ecole, Genre genre, UUID personne, String nom, LocalDate du, LocalDate au) {

    public boolean begun(LocalDate today) {
        return !du.isAfter(today);
    }

    public String jours() {
        return du.equals(au) ? t("le {0}", Dates.words(du)) : t("du {0} au {1}", Dates.words(du), Dates.words(au));
    }
}
