package fr.entecole.reservations;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.notifications.Nouvelle;
import fr.entecole.notifications.Nouvelles;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Utilisateur;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Tells each of those who had something that they have it no more, once each, whatever they had of it. Who gave it
/// back themself knows.
@Component
class ReservationsPerdues {

    private final Nouvelles nouvelles;

    ReservationsPerdues(Nouvelles nouvelles) {
        this.nouvelles = nouvelles;
    }

    /// The thing is lent no more.
    void withdrawn(Chose chose, List<Perdue> perdues, Utilisateur par) {
        for (var siennes : byHolder(perdues, par)) {
            var first = siennes.getFirst();
            var said = t(
                    "{0} ne se réserve plus\u00a0: {1, plural, one {votre heure du {2}, est annulée} other {vos # réservations sont annulées, dès le {3}}}.",
                    chose.nom(), siennes.size(), first.quand(), Dates.jour(first.de.toLocalDate()));
            tell(chose.ecoleId(), first, "/reservations", said, par);
        }
    }

    /// Somebody else has given these back: only the head may.
    void givenBack(Reservation reservation, List<Perdue> perdues, Utilisateur par) {
        var path = "/reservations/choses/" + reservation.choseId();
        for (var siennes : byHolder(perdues, par)) {
            var first = siennes.getFirst();
            var said = t(
                    "{0}\u00a0: la direction a annulé {1, plural, one {votre heure du {2}} other {vos # réservations, dès le {3}}}.",
                    reservation.chose(), siennes.size(), first.quand(), Dates.jour(first.de.toLocalDate()));
            tell(reservation.ecoleId(), first, path, said, par);
        }
    }

    private static Collection<List<Perdue>> byHolder(List<Perdue> perdues, Utilisateur par) {
        return perdues.stream()
                .filter(p -> p.qui != null && !par.personnes().contains(p.qui))
                .sorted(Comparator.comparing(Perdue::de))
                .collect(Collectors.groupingBy(p -> Objects.requireNonNull(p.qui)))
                .values();
    }

    private void tell(UUID ecole, Perdue first, String path, String said, Utilisateur par) {
        var pour = Public.ofPersonnes(ecole, List.of(Objects.requireNonNull(first.qui)), Qui.EQUIPE);
        nouvelles.deposit(par, new Nouvelle(SorteReservations.RESERVATION_ANNULEE, first.id, pour, path, said));
    }

    /// An hour that somebody had.
    record Perdue(UUID id, @Nullable UUID qui, LocalDateTime de, LocalDateTime a) {

        static Perdue of(ResultSet rs, int row) throws SQLException {
            return new Perdue(
                    Colonnes.uuid(rs, "id"),
                    rs.getObject("personne_id", UUID.class),
                    Objects.requireNonNull(rs.getObject("de", LocalDateTime.class)),
                    Objects.requireNonNull(rs.getObject("a", LocalDateTime.class)));
        }

        String quand() {
            return Reservation.quand(de, a);
        }
    }
}
