package fr.entecole.annuaire.ecoles;

import fr.entecole.annuaire.ecoles.LectureDesEcoles.Recherche;
import fr.entecole.annuaire.noms.Noms;
import fr.entecole.socle.Colonnes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which schools someone means: those ticked, those of a search, those whose codes were pasted; and what is known of
/// them together.
@Component
class ChoixDEcoles {

    private static final Pattern BETWEEN_CODES = Pattern.compile("[\\s,;]+");

    private final JdbcClient jdbc;
    private final LectureDesEcoles lecture;

    ChoixDEcoles(JdbcClient jdbc, LectureDesEcoles lecture) {
        this.jdbc = jdbc;
        this.lecture = lecture;
    }

    Choix of(List<UUID> ticked, @Nullable Recherche recherche, String codes) {
        var asked = new LinkedHashSet<>(ticked);
        if (recherche != null) {
            asked.addAll(lecture.ids(recherche));
        }
        var pasted = Arrays.stream(BETWEEN_CODES.split(codes.strip().toUpperCase(Locale.ROOT), -1))
                .filter(code -> !code.isEmpty())
                .distinct()
                .toList();
        var inconnus = new ArrayList<>(pasted);
        List<Ligne> lignes = new ArrayList<>();
        List<Ligne> partagees = new ArrayList<>();
        jdbc.sql("""
                        select s.id, s.uai, exists (
                                   select 1 from annuaire.structure x
                                    where x.uai = s.uai and x.genre = 'ECOLE' and x.id <> s.id) as partage, coalesce(s.nom_usage, s.nom_courant) as nom_courant, c.nom as commune,
                               o.ecole_id is not null as ouverte,
                               (select count(*) from annuaire.eleve e
                                 where e.structure_id = s.id and e.suspendu_le is null) as eleves
                          from annuaire.structure s
                          left join annuaire.commune c on c.insee = s.commune_insee
                          left join annuaire.ouverte o on o.ecole_id = s.id
                         where s.genre = 'ECOLE' and (s.id = any(:ids) or s.uai = any(:codes))
                         order by s.uai, s.id
                        """)
                .param("ids", asked.toArray(UUID[]::new))
                .param("codes", pasted.toArray(String[]::new))
                .query(rs -> {
                    var uai = rs.getString("uai");
                    inconnus.remove(uai);
                    (rs.getBoolean("partage") ? partagees : lignes)
                            .add(new Ligne(
                                    Colonnes.uuid(rs, "id"),
                                    uai,
                                    Noms.ecole(rs.getString("nom_courant"), rs.getString("commune")),
                                    rs.getBoolean("ouverte"),
                                    rs.getInt("eleves")));
                });
        if (lignes.isEmpty() && partagees.size() == 1) {
            lignes.addAll(partagees);
            partagees.clear();
        }
        return new Choix(List.copyOf(lignes), List.copyOf(inconnus), List.copyOf(partagees), Set.copyOf(ticked));
    }

    /// @param inconnus codes that are no school of the directory
    /// @param partagees schools that share their code with another: each is opened by itself, so they are left out
    /// @param cochees those ticked one by one, to be asked again
    record Choix(List<Ligne> lignes, List<String> inconnus, List<Ligne> partagees, Set<UUID> cochees) {

        List<UUID> ids() {
            return lignes.stream().map(Ligne::id).toList();
        }

        int changing(boolean ouvrir) {
            return (int) lignes.stream().filter(l -> l.ouverte() != ouvrir).count();
        }

        int eleves(boolean ouvrir) {
            return lignes.stream()
                    .filter(l -> l.ouverte() != ouvrir)
                    .mapToInt(Ligne::eleves)
                    .sum();
        }
    }

    record Ligne(UUID id, @Nullable String uai, String nom, boolean ouverte, int eleves) {}
}
