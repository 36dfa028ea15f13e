package fr.entecole.surete.gels;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Appellations;
import fr.entecole.annuaire.Perimetre;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.socle.Cle;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Where sending may be frozen: a school that one directs; for the region any school, a département, all of it.
@Component
class LieuxDesGels {

    private static final String REGION = "REGION";
    private static final int SHOWN = 5;

    private final Appellations appellations;
    private final JdbcClient jdbc;

    LieuxDesGels(Appellations appellations, JdbcClient jdbc) {
        this.appellations = appellations;
        this.jdbc = jdbc;
    }

    /// What one may choose among.
    List<Option> offered(Utilisateur utilisateur) {
        List<Option> lieux = new ArrayList<>();
        if (utilisateur.is(Profil.ADMINISTRATEUR)) {
            lieux.add(new Option(REGION, t("Toute la région"), ""));
            departements().forEach(d -> lieux.add(new Option(d, departement(d), "")));
        } else {
            appellations
                    .ecoles(Perimetre.of(utilisateur).ecolesDirected())
                    .forEach((id, nom) -> lieux.add(new Option(id.toString(), nom, "")));
        }
        return lieux;
    }

    private List<String> departements() {
        return jdbc.sql("select distinct left(uai, 3) as code from annuaire.lieu order by 1")
                .query((rs, _) -> Objects.requireNonNull(rs.getString("code")))
                .list();
    }

    private static String departement(String code) {
        return t("Le département {0}", code.replaceFirst("^0", ""));
    }

    /// @return empty where there is no such place, or not theirs
    Optional<Lieu> of(Utilisateur utilisateur, GelForm form) {
        var lieu = form.lieu();
        if (!utilisateur.is(Profil.ADMINISTRATEUR)) {
            return Perimetre.of(utilisateur).ecolesDirected().stream()
                    .filter(ecole -> ecole.toString().equals(lieu))
                    .findFirst()
                    .map(this::ecole);
        }
        if (!form.ecole().isEmpty()) {
            return coded(form.ecole()).or(() -> named(form.ecole())).map(this::ecole);
        }
        if (lieu.equals(REGION)) {
            return Optional.of(new Lieu(Cle.PARTOUT, t("toute la région"), Public::ofRegion));
        }
        return departements().contains(lieu)
                ? Optional.of(new Lieu(Cle.PARTOUT, departement(lieu), qui -> Public.ofDepartement(lieu, qui)))
                : Optional.empty();
    }

    private Optional<UUID> coded(String typed) {
        return jdbc.sql("select ecole_id from annuaire.lieu where uai = :uai")
                .param("uai", typed.toUpperCase(Locale.ROOT))
                .query(UUID.class)
                .optional();
    }

    /// The only one of that name.
    private Optional<UUID> named(String typed) {
        var found = appellations.ecolesNommees(typed, 2);
        return found.size() == 1 ? found.keySet().stream().findFirst() : Optional.empty();
    }

    /// Why what was typed is no school: there is none, or there are several.
    String unknown(String typed) {
        var found = appellations.ecolesNommees(typed, SHOWN + 1);
        if (found.isEmpty()) {
            return t("Aucune école n’a ce code ni ce nom. Un code ressemble à 0110358E.");
        }
        var noms = String.join(", ", found.values().stream().limit(SHOWN).toList());
        return found.size() > SHOWN
                ? t(
                        "Plusieurs écoles ont ces mots\u00a0: {0} et d’autres. Ajoutez la commune, ou écrivez le code.",
                        noms)
                : t("Plusieurs écoles ont ces mots\u00a0: {0}. Ajoutez la commune, ou écrivez le code.", noms);
    }

    private Lieu ecole(UUID ecole) {
        return new Lieu(
                ecole,
                appellations.ecoles(List.of(ecole)).getOrDefault(ecole, t("une école")),
                qui -> Public.ofEcole(ecole, qui));
    }

    /// @param ecole the school; [Cle#PARTOUT] beyond one
    record Lieu(UUID ecole, String nom, Function<Qui, Public> pour) {}
}
