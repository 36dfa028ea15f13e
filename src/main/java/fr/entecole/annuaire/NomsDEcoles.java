package fr.entecole.annuaire;

import fr.entecole.annuaire.noms.Noms;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Lecture;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Schools as people name them, for those modules that only hold their ids. One statement, which shares a round trip
/// with what the module reads itself.
@Component
public class NomsDEcoles {

    /// Nothing for one school, which goes without saying.
    public Lecture<Map<UUID, String>> ifSeveral(Collection<UUID> ecoles) {
        return ecoles.size() < 2 ? Lecture.known(Map.of()) : of(ecoles);
    }

    public Lecture<Map<UUID, String>> of(Collection<UUID> ecoles) {
        return Lecture.of(
                        """
                        select s.id, coalesce(s.nom_usage, s.nom_courant) as nom_courant, c.nom as commune
                          from annuaire.structure s left join annuaire.commune c on c.insee = s.commune_insee
                         where s.id = any(:ecoles)
                        """,
                        Map.of("ecoles", ecoles.toArray(UUID[]::new)),
                        (rs, _) -> Map.entry(
                                Colonnes.uuid(rs, "id"),
                                Noms.ecole(rs.getString("nom_courant"), rs.getString("commune"))))
                .map(names -> names.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
