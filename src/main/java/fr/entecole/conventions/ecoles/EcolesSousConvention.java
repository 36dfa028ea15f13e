package fr.entecole.conventions.ecoles;

import fr.entecole.annuaire.Appellations;
import fr.entecole.annuaire.Perimetre;
import fr.entecole.conventions.Convention;
import fr.entecole.conventions.LectureDesConventions;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The schools of a head, and those that an inspector or an ERUN follows, each with the last convention that lists it.
@Component
class EcolesSousConvention {

    private final LectureDesConventions lecture;
    private final Appellations appellations;
    private final JdbcClient jdbc;

    EcolesSousConvention(LectureDesConventions lecture, Appellations appellations, JdbcClient jdbc) {
        this.lecture = lecture;
        this.appellations = appellations;
        this.jdbc = jdbc;
    }

    List<EcoleSuivie> of(Utilisateur utilisateur, LocalDate jour) {
        var ids = utilisateur.is(Profil.DIRECTEUR)
                ? List.copyOf(Perimetre.of(utilisateur).ecolesDirected())
                : followed(utilisateur, jour);
        var conventions = lecture.ofEcoles(ids);
        var open = open(ids);
        return appellations.ecoles(ids).entrySet().stream()
                .map(e -> new EcoleSuivie(e.getValue(), open.contains(e.getKey()), last(conventions, e.getKey(), jour)))
                .toList();
    }

    /// The latest that lists it, and of those of one year the one in force.
    private static Optional<Convention> last(List<Convention> conventions, UUID ecole, LocalDate jour) {
        return conventions.stream()
                .filter(c -> c.listed(jour).stream().anyMatch(e -> e.ecole().equals(ecole)))
                .findFirst();
    }

    private List<UUID> followed(Utilisateur utilisateur, LocalDate jour) {
        return jdbc.sql("select ecole_id from annuaire.suivie(:jour) where agent_id = :agent")
                .param("jour", jour)
                .param("agent", utilisateur.personneId())
                .query((rs, _) -> Colonnes.uuid(rs, "ecole_id"))
                .list();
    }

    private List<UUID> open(Collection<UUID> ids) {
        return jdbc.sql("select ecole_id from annuaire.ouverte where ecole_id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query((rs, _) -> Colonnes.uuid(rs, "ecole_id"))
                .list();
    }

    record EcoleSuivie(String nom, boolean ouverte, Optional<Convention> convention) {}
}
