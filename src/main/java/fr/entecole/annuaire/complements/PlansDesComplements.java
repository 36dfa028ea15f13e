package fr.entecole.annuaire.complements;

import fr.entecole.annuaire.complements.ComplementsDeposes.Complement;
import fr.entecole.annuaire.noms.Codes;
import fr.entecole.annuaire.tableaux.Tableau.TableauRefuse;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What a file would do at this moment, read anew each time it is asked.
@Component
@Transactional(readOnly = true)
class PlansDesComplements {

    private final JdbcClient jdbc;
    private final EcolesLues ecoles;

    PlansDesComplements(JdbcClient jdbc, EcolesLues ecoles) {
        this.jdbc = jdbc;
        this.ecoles = ecoles;
    }

    /// With what was answered and corrected until now; of a file that was applied, what is left of it.
    public Plan of(Complement complement, Utilisateur utilisateur) {
        var plan = of(complement, complement.corrigees(), utilisateur);
        return complement.applique() ? plan.since(complement.corrigees().keySet(), complement.appliquees()) : plan;
    }

    /// As if this had been corrected, all lines of it.
    public Plan of(Complement complement, Map<Long, Map<Integer, String>> corrigees, Utilisateur utilisateur) {
        try {
            var octets = jdbc.sql("select contenu from annuaire.complement where id = :id")
                    .param("id", complement.id())
                    .query((rs, _) -> rs.getBytes("contenu"))
                    .single();
            var origine = FichierLu.read(octets, complement.reponses());
            var fichier = corrigees.isEmpty() ? origine : FichierLu.read(octets, complement.reponses(), corrigees);
            return Plan.of(
                    fichier,
                    origine,
                    ecoles.read(schools(complement, List.of(origine, fichier)), ines(fichier)),
                    new Plan.Demande(complement.ecole(), utilisateur.is(Profil.ADMINISTRATEUR), complement.reponses()));
        } catch (TableauRefuse e) {
            throw new IllegalStateException("read when it was given", e);
        }
    }

    private Collection<UUID> schools(Complement complement, List<FichierLu> fichiers) {
        if (complement.ecole() != null) {
            return List.of(complement.ecole());
        }
        return fichiers.stream()
                .flatMap(fichier -> fichier.lignes().stream())
                .map(ligne -> ligne.of(Champ.UAI).strip().toUpperCase(Locale.ROOT))
                .filter(Codes::uai)
                .distinct()
                .map(ecoles::byUai)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    private static List<String> ines(FichierLu fichier) {
        return fichier.lignes().stream()
                .map(ligne -> ligne.of(Champ.INE).toUpperCase(Locale.ROOT))
                .filter(Codes::ine)
                .distinct()
                .toList();
    }
}
