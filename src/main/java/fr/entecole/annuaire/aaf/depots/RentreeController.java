package fr.entecole.annuaire.aaf.depots;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.aaf.MotsDesLots;
import fr.entecole.annuaire.noms.Noms;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.web.Introuvable;
import fr.entecole.socle.web.Tranche;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The year change: a full of the new year is rehearsed, read school by school, then done or thrown away. Nothing is
/// changed until then.
@Pour(Profil.ADMINISTRATEUR)
@Controller
class RentreeController {

    private static final int PAGE = 50;
    private static final int SHOWN = 20;

    private final JdbcClient jdbc;

    RentreeController(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @GetMapping("/annuaire/rentree")
    ModelAndView show(Page page) {
        var essais = essais(null);
        return page.titled(t("La rentrée"))
                .view(
                        "annuaire/aaf/depots/rentree",
                        Map.of(
                                "essais", essais.stream().filter(Essai::attend).toList(),
                                "passes",
                                        essais.stream().filter(e -> !e.attend()).toList()));
    }

    @GetMapping("/annuaire/lots/{id}/rentree")
    ModelAndView of(@PathVariable UUID id, @RequestParam(defaultValue = "") String apres, Page page) {
        var essai = essais(id).stream().findFirst().orElseThrow(Introuvable::new);
        var ecoles = Tranche.read(PAGE, most -> schools(id, apres, most), Ecole::cle);
        return page.titled(t("La rentrée, école par école"))
                .view("annuaire/aaf/depots/rentree-ecoles", Map.of("essai", essai, "ecoles", ecoles));
    }

    /// Fulls that were compared and say what becomes of classes, and all rehearsals, newest first. What was refused
    /// was not compared: it says nothing of the year. Who leaves is counted as the report counts them.
    private List<Essai> essais(@Nullable UUID lot) {
        return jdbc.sql("""
                        select l.id, l.academie, l.date_lot, l.etat, l.essai, l.decision, count(r.ecole) as ecoles,
                               coalesce((coalesce(l.rapport -> 'planned', l.rapport) -> 'eleves' ->> 'suspended')::int, 0) as partants,
                               coalesce((coalesce(l.rapport -> 'planned', l.rapport) -> 'personnels' ->> 'suspended')::int, 0) as personnels,
                               coalesce((coalesce(l.rapport -> 'planned', l.rapport) -> 'responsables' ->> 'suspended')::int, 0) as responsables,
                               exists (select 1 from annuaire.lot n where n.academie = l.academie and n.id > l.id
                                                                      and n.etat in ('applied', 'unchanged')) as depasse,
                               coalesce(sum(r.nouvelles), 0) as nouvelles, coalesce(sum(r.finies), 0) as finies,
                               coalesce(sum(r.cm2), 0) as cm2, coalesce(sum(r.enseignants), 0) as enseignants
                          from (select * from annuaire.lot
                                 where genre = 'complet' and etat in ('held', 'applied', 'unchanged', 'withdrawn')
                                   and (rentree is not null or essai) and (:lot::uuid is null or id = :lot)
                                 order by id desc limit :shown) l
                          left join lateral jsonb_to_recordset(l.rentree) r(
                               ecole uuid, nouvelles int, finies int, cm2 int, enseignants int, responsables int) on true
                         group by l.id, l.academie, l.date_lot, l.etat, l.essai, l.decision, l.rapport
                         order by l.id desc
                        """)
                .param("lot", lot)
                .param("shown", SHOWN)
                .query((rs, _) -> new Essai(
                        Colonnes.uuid(rs, "id"),
                        MotsDesLots.academie(String.valueOf(rs.getString("academie"))),
                        Optional.ofNullable(rs.getObject("date_lot", LocalDate.class))
                                .map(Dates::words)
                                .orElse(""),
                        rs.getString("etat").equals("held")
                                && rs.getString("decision") == null
                                && !rs.getBoolean("depasse"),
                        !rs.getString("etat").equals("held"),
                        sort(rs.getString("etat"), rs.getString("decision"), rs.getBoolean("depasse")),
                        rs.getLong("partants"),
                        rs.getLong("personnels"),
                        new Suites(
                                rs.getLong("nouvelles"),
                                rs.getLong("finies"),
                                rs.getLong("cm2"),
                                rs.getLong("enseignants"),
                                rs.getLong("responsables"))))
                .list();
    }

    private static String sort(String etat, @Nullable String decision, boolean depasse) {
        return switch (etat) {
            case "held" ->
                decision != null
                        ? decision.equals("ACCEPTE") ? t("accepté") : t("écarté")
                        : depasse ? t("dépassé par un import plus récent") : t("rien n’a changé");
            case "withdrawn" -> t("appliqué, puis repris");
            default -> t("appliqué");
        };
    }

    private List<Ecole> schools(UUID lot, String apres, int most) {
        return jdbc.sql("""
                        select coalesce(s.uai, '') || ' ' || s.id as cle, s.id, coalesce(s.uai, '') as uai,
                               coalesce(s.nom_usage, s.nom_courant) as nom, coalesce(c.nom, '') as commune,
                               r.nouvelles, r.finies, r.cm2, r.enseignants, r.responsables,
                               array(select jsonb_array_elements_text(case when jsonb_typeof(r.closes) = 'array'
                                                                           then r.closes end)) as closes
                          from annuaire.lot l,
                               jsonb_to_recordset(l.rentree) r(
                                   ecole uuid, nouvelles int, finies int, cm2 int, enseignants int, responsables int,
                                   closes jsonb)
                          join annuaire.structure s on s.id = r.ecole
                          left join annuaire.commune c on c.insee = s.commune_insee
                         where l.id = :lot and coalesce(s.uai, '') || ' ' || s.id > :apres
                         order by 1 limit :most
                        """)
                .param("lot", lot)
                .param("apres", apres)
                .param("most", most)
                .query((rs, _) -> new Ecole(
                        String.valueOf(rs.getString("cle")),
                        Colonnes.uuid(rs, "id"),
                        String.valueOf(rs.getString("uai")),
                        Noms.ecole(String.valueOf(rs.getString("nom")), rs.getString("commune")),
                        Noms.commune(String.valueOf(rs.getString("commune"))),
                        new Suites(
                                rs.getLong("nouvelles"),
                                rs.getLong("finies"),
                                rs.getLong("cm2"),
                                rs.getLong("enseignants"),
                                rs.getLong("responsables")),
                        Colonnes.strings(rs, "closes").stream()
                                .map(libelle -> Noms.classe(libelle, List.of()))
                                .toList()))
                .list();
    }

    /// @param cm2 pupils of the last level who leave
    /// @param enseignants staff whose class ends
    /// @param responsables guardians who lose their access
    record Suites(long nouvelles, long finies, long cm2, long enseignants, long responsables) {}

    /// @param attend nothing is changed yet, and it still may
    /// @param fait the directory changed
    /// @param sort what became of it
    /// @param partants pupils who leave, whatever their level
    /// @param personnels staff who leave
    record Essai(
            UUID lot,
            String academie,
            String jour,
            boolean attend,
            boolean fait,
            String sort,
            long partants,
            long personnels,
            Suites suites) {}

    /// @param closes names of the classes that end
    record Ecole(
            String cle, UUID id, String uai, String nom, String commune, Suites suites, Collection<String> closes) {}
}
