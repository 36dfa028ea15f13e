package fr.entecole.reservations;

import static fr.entecole.maison.Passant.AESH;
import static fr.entecole.maison.Passant.ANCIEN_ENSEIGNANT;
import static fr.entecole.maison.Passant.COLLEGUE;
import static fr.entecole.maison.Passant.DIRECTRICE;
import static fr.entecole.maison.Passant.ENSEIGNANTE;

import fr.entecole.maison.Exemple;
import fr.entecole.maison.ExempleDeModule;
import fr.entecole.maison.Monde;
import fr.entecole.maison.Passant;
import fr.entecole.reservations.Chose.Pour;
import fr.entecole.reservations.Chose.Sorte;
import fr.entecole.reservations.Reservations.Demande;
import fr.entecole.reservations.Reservations.Moment;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/// A workshop of the school, which its teacher has for an hour in three weeks.
class ExempleReservations implements ExempleDeModule {

    @Override
    public String module() {
        return "reservations";
    }

    @Override
    public void show(Monde monde, Exemple exemple) {
        var day = LocalDate.now(monde.bean(Clock.class)).plusWeeks(3);
        var said = new Chose(
                monde.ecole(),
                monde.ecole(),
                Sorte.SALLE,
                "Atelier de l’exemple",
                1,
                Pour.EQUIPE,
                LocalTime.of(8, 0),
                LocalTime.of(18, 0));
        var id = monde.bean(Choses.class).add(said, monde.compte(DIRECTRICE)).orElseThrow();
        var chose = new Chose(
                id, said.ecoleId(), said.sorte(), said.nom(), said.nombre(), said.pour(), said.ouvre(), said.ferme());
        monde.bean(Reservations.class)
                .take(
                        chose,
                        new Demande(
                                monde.compte(ENSEIGNANTE),
                                monde.personne(ENSEIGNANTE),
                                monde.classe(),
                                "Poterie",
                                List.of(new Moment(day.atTime(9, 0), day.atTime(10, 0)))),
                        false);
        var reservation =
                monde.id("select id from reservations.reservation where chose_id = ? and annulee_le is null", id);
        var team = new Passant[] {ENSEIGNANTE, DIRECTRICE, COLLEGUE, AESH, ANCIEN_ENSEIGNANT};
        exemple.get("/reservations/choses/{id}").with("id", id).answers(team);
        exemple.post("/reservations/choses/{id}")
                .with("id", id)
                .field("jour", day)
                .field("debut", "14:00")
                .field("fin", "15:00")
                .field("motif", "Peinture")
                .answers(team);
        exemple.post("/reservations/{id}/annulation").with("id", reservation).answers(ENSEIGNANTE, DIRECTRICE);
        exemple.get("/reservations/choses/{id}/changement").with("id", id).answers(DIRECTRICE);
        exemple.post("/reservations/choses/{id}/changement")
                .with("id", id)
                .field("nom", "Atelier de peinture")
                .field("sorte", "SALLE")
                .field("nombre", "1")
                .field("pour", "EQUIPE")
                .field("ouvre", "08:00")
                .field("ferme", "18:00")
                .answers(DIRECTRICE);
        exemple.post("/reservations/choses/{id}/retrait").with("id", id).answers(DIRECTRICE);
    }

    @Override
    public String withoutContenu() {
        return "a line of a few words between colleagues, which the head takes away";
    }

    @Override
    public String withoutRecherche() {
        return "read by the week, one thing that is lent after the other";
    }
}
