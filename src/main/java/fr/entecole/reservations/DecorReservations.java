package fr.entecole.reservations;

import fr.entecole.annuaire.Reperes;
import fr.entecole.reservations.Chose.Pour;
import fr.entecole.reservations.Chose.Sorte;
import fr.entecole.reservations.Reservations.Demande;
import fr.entecole.reservations.Reservations.Moment;
import fr.entecole.socle.Decor;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What Marie Curie lends: its hall, reserved by two in one week, its two trolleys of tablets, the minibus that its
/// head keeps.
@Component
class DecorReservations implements Decor {

    private static final int ORDRE = 120;

    private final Choses choses;
    private final Reservations reservations;
    private final Reperes reperes;

    DecorReservations(Choses choses, Reservations reservations, Reperes reperes) {
        this.choses = choses;
        this.reservations = reservations;
        this.reperes = reperes;
    }

    @Override
    public int ordre() {
        return ORDRE;
    }

    @Override
    public void install(Monde monde) {
        var curie = reperes.ecole("0110358E");
        var head = monde.compte("Hélène Castans");
        var hall = add(curie, Sorte.SALLE, "Salle de motricité", 1, Pour.EQUIPE, head);
        var tablets = add(curie, Sorte.MATERIEL, "Chariot de tablettes", 2, Pour.EQUIPE, head);
        add(curie, Sorte.VEHICULE, "Minibus", 1, Pour.DIRECTION, head);
        var tuesday = monde.jour().with(TemporalAdjusters.next(DayOfWeek.TUESDAY));
        var cm1 = reperes.classe("11", "514");
        take(monde, "Claire Estève", hall, cm1, "Acrosport", at(tuesday, 9, 10));
        take(monde, "Hélène Castans", hall, null, "Répétition de la chorale", at(tuesday.plusDays(2), 14, 15));
        take(monde, "Claire Estève", tablets, cm1, "Recherche sur les volcans", at(tuesday.plusDays(2), 10, 11));
    }

    private Chose add(UUID ecole, Sorte sorte, String nom, int nombre, Pour pour, UUID compte) {
        var said = new Chose(ecole, ecole, sorte, nom, nombre, pour, LocalTime.of(8, 0), LocalTime.of(18, 0));
        var id = choses.add(said, compte).orElseThrow();
        return new Chose(id, ecole, sorte, nom, nombre, pour, said.ouvre(), said.ferme());
    }

    private void take(Monde monde, String qui, Chose chose, @Nullable UUID classe, String motif, Moment moment) {
        reservations.take(
                chose, new Demande(monde.compte(qui), monde.personne(qui), classe, motif, List.of(moment)), false);
    }

    private static Moment at(LocalDate day, int from, int to) {
        return new Moment(day.atTime(from, 0), day.atTime(to, 0));
    }
}
