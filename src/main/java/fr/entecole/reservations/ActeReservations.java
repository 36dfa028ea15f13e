package fr.entecole.reservations;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.journal.Acte;
import fr.entecole.journal.ActesDeclares;
import fr.entecole.journal.Famille;
import fr.entecole.journal.Objet;
import fr.entecole.journal.Portee;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/// What is recorded of what a school lends, never why.
enum ActeReservations implements Acte {
    CHOSE_AJOUTEE(_ -> t("Chose à réserver ajoutée")),
    CHOSE_CHANGEE(_ -> t("Chose à réserver changée")),
    CHOSE_RETIREE(_ -> t("Chose à réserver retirée")),
    RESERVATION_FAITE(_ -> t("Réservation faite")),
    RESERVATION_RENDUE(_ -> t("Réservation rendue"));

    private final Definition definition;

    ActeReservations(UnaryOperator<String> phrase) {
        this.definition = new Definition(Famille.ECOLES, Portee.ECOLES, Objet.chose("reservation"), phrase);
    }

    @Override
    public Definition definition() {
        return definition;
    }

    /// The everyday life of a school.
    @Override
    public boolean ordinaire() {
        return this == RESERVATION_FAITE || this == RESERVATION_RENDUE;
    }

    @Component
    static class Declares implements ActesDeclares {

        @Override
        public List<? extends Acte> actes() {
            return List.of(values());
        }
    }
}
