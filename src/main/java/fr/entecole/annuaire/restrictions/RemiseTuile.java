package fr.entecole.annuaire.restrictions;

import fr.entecole.annuaire.noms.Noms;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Tuile;
import fr.entecole.socle.Utilisateur;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// On the home of an AESH: of which children of the school the head says, and says to the AESH too, that whoever comes
/// for them is to see the head. Names alone: an AESH reads no pupil's page.
@Component
class RemiseTuile implements Tuile {

    private static final String ENFANTS = """
            select distinct e.id, e.prenom, e.nom
              from annuaire.exerce x
              join annuaire.ouverte o on o.ecole_id = x.structure_id
              join annuaire.present p on p.ecole_id = x.structure_id
              join annuaire.remise m on m.cachee_le is null and m.aesh_le is not null
              join annuaire.protege(:jour) g on g.restriction_id = m.restriction_id and g.eleve_id = p.eleve_id
              join annuaire.restriction r on r.id = m.restriction_id and r.depuis <= :jour
              join annuaire.eleve e on e.id = p.eleve_id
             where x.personnel_id = :personnel and x.code = 'AESH'
             order by e.nom, e.prenom
            """;

    private final Clock clock;

    RemiseTuile(Clock clock) {
        this.clock = clock;
    }

    @Override
    public boolean concerns(Utilisateur utilisateur) {
        return utilisateur.is(Profil.PERSONNEL);
    }

    @Override
    public Lecture<List<Partie>> parts(Utilisateur utilisateur) {
        return Lecture.of(
                        ENFANTS,
                        Map.of("jour", LocalDate.now(clock), "personnel", utilisateur.personneId()),
                        (rs, _) -> new Enfant(
                                Colonnes.uuid(rs, "id"), Noms.complet(rs.getString("prenom"), rs.getString("nom"))))
                .map(enfants -> enfants.isEmpty()
                        ? List.of()
                        : List.of(new Partie(
                                Place.COLONNE, 1, "annuaire/restrictions/_remises", Map.of("enfants", enfants))));
    }

    record Enfant(UUID id, String nom) {}
}
