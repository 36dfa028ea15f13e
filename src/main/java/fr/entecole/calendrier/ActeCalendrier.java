package fr.entecole.calendrier;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.journal.Acte;
import fr.entecole.journal.ActesDeclares;
import fr.entecole.journal.Famille;
import fr.entecole.journal.Objet;
import fr.entecole.journal.Portee;
import fr.entecole.socle.Dates;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/// What is recorded of the school's time.
enum ActeCalendrier implements Acte {
    JOUR_AJOUTE(Portee.ECOLES, Objet.ECOLE, _ -> t("Jour particulier ajouté au calendrier")),
    JOUR_RETIRE(Portee.ECOLES, Objet.ECOLE, _ -> t("Jour particulier retiré du calendrier")),
    SEMAINE_CHANGEE(Portee.ECOLES, Objet.ECOLE, _ -> t("Semaine de l’école changée")),
    REMISE_CHANGEE(Portee.ECOLES, Objet.ECOLE, _ -> t("Heures de remise de l’école changées")),
    VACANCES_CHANGEES(Portee.REGION, Objet.chose("calendrier"), _ -> t("Vacances scolaires changées")),
    SEMAINE_PAR_DEFAUT(Portee.REGION, Objet.chose("calendrier"), _ -> t("Semaine par défaut changée")),
    REMISE_PAR_DEFAUT(Portee.REGION, Objet.chose("calendrier"), _ -> t("Heures de remise de la région changées"));

    private final Definition definition;

    ActeCalendrier(Portee portee, Objet objet, UnaryOperator<String> phrase) {
        this.definition = new Definition(Famille.ECOLES, portee, objet, phrase);
    }

    @Override
    public Definition definition() {
        return definition;
    }

    /// Of which day, or from which day on; what families read of it stands in the calendar.
    @Override
    public Optional<String> raison(String code) {
        return Dates.typed(code)
                .map(day -> this == JOUR_AJOUTE || this == JOUR_RETIRE
                        ? Dates.words(day)
                        : t("à partir du {0}", Dates.words(day)));
    }

    @Component
    static class Declares implements ActesDeclares {

        @Override
        public List<? extends Acte> actes() {
            return List.of(values());
        }
    }
}
