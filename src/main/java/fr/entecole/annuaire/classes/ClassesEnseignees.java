package fr.entecole.annuaire.classes;

import com.github.benmanes.caffeine.cache.Cache;
import fr.entecole.annuaire.MemoireDesEcoles;
import fr.entecole.annuaire.MemoireDesEcoles.Gardien;
import fr.entecole.annuaire.noms.Enseignants;
import fr.entecole.annuaire.noms.Noms;
import fr.entecole.annuaire.noms.Prenom;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Memoire;
import fr.entecole.socle.Memoire.Gardee;
import fr.entecole.socle.Registre;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.memoire.Souvenirs;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// The classes of a teacher with the first names of their pupils, as their home shows them.
@Component
class ClassesEnseignees {

    // Sorted in Java: PostgreSQL's own French order costs ten times as much on so few rows.
    private static final String CLASSES = """
            select c.id as classe_id, c.libelle, c.structure_id, coalesce(s.nom_usage, s.nom_courant) as nom_courant,
                   co.nom as commune, en.enseignants,
                   (select jsonb_agg(jsonb_build_object('id', e.id, 'code', coalesce(e.niveau_code, ''),
                                                        'niveau', e.niveau, 'prenom', e.prenom, 'nom', e.nom,
                                                        'naissance', e.date_naissance))
                      from annuaire.inscrit i join annuaire.eleve e on e.id = i.eleve_id
                     where i.classe_id = c.id) as eleves,
                   exists (select 1 from annuaire.demande_classe d
                            where d.personnel_id = :personnel and d.decision is distinct from 'RETIREE'
                              and (d.decidee_le is null or d.decidee_le > :depuis)) as demandes
              from annuaire.enseigne n
              join annuaire.classe c on c.id = n.classe_id
              join annuaire.structure s on s.id = c.structure_id
              left join annuaire.commune co on co.insee = s.commune_insee
             cross join lateral annuaire.enseignants(c.id) en
             where n.personnel_id = :personnel
             order by c.libelle, c.id
            """;

    private final Clock clock;
    private final MemoireDesEcoles<UUID, List<ClasseEnseignee>> memoire;

    ClassesEnseignees(Cache<Gardien<UUID>, Gardee<List<ClasseEnseignee>>> classes, Souvenirs souvenirs, Clock clock) {
        this.clock = clock;
        this.memoire = new MemoireDesEcoles<>(classes, souvenirs, clock);
    }

    @Bean
    static Cache<Gardien<UUID>, Gardee<List<ClasseEnseignee>>> classesEnseigneesGardees() {
        return Memoire.cache();
    }

    /// Youngest first, in one statement.
    Lecture<List<ClasseEnseignee>> of(Utilisateur enseignant) {
        var moi = enseignant.personneId();
        return memoire.of(
                enseignant,
                moi,
                read(moi),
                classes -> classes.stream().map(ClasseEnseignee::ecoleId).collect(Collectors.toSet()));
    }

    private Lecture<List<ClasseEnseignee>> read(UUID personnel) {
        return Lecture.of(
                        CLASSES,
                        Map.of(
                                "personnel",
                                personnel,
                                "depuis",
                                OffsetDateTime.now(clock).minus(LectureDesDemandes.ANSWER)),
                        ClassesEnseignees::classe)
                .map(classes -> classes.stream()
                        .sorted(Comparator.comparing(ClasseEnseignee::premier))
                        .toList());
    }

    private static ClasseEnseignee classe(ResultSet rs, int row) throws SQLException {
        var eleves = Colonnes.list(rs, "eleves", Inscrit[].class);
        var niveaux = new TreeMap<String, String>();
        for (var eleve : eleves) {
            var niveau = eleve.niveau;
            if (niveau != null) {
                niveaux.putIfAbsent(eleve.code + " " + niveau, niveau);
            }
        }
        return new ClasseEnseignee(
                Colonnes.uuid(rs, "classe_id"),
                Noms.classe(rs.getString("libelle"), Enseignants.read(rs)),
                Colonnes.uuid(rs, "structure_id"),
                Noms.ecole(rs.getString("nom_courant"), rs.getString("commune")),
                niveaux.isEmpty() ? "~" : niveaux.firstKey(),
                List.copyOf(new LinkedHashSet<>(niveaux.values())),
                eleves.stream().map(Inscrit::id).toList(),
                prenoms(eleves),
                rs.getBoolean("demandes"));
    }

    private static List<String> prenoms(List<Inscrit> eleves) {
        var sorted = eleves.stream()
                .map(e -> Map.entry(
                        Noms.plain(e.prenom) + " " + Noms.plain(e.nom) + e.id,
                        new Prenom(e.id, Noms.personne(e.prenom), Noms.personne(e.nom), e.naissance)))
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
        return Prenom.asChildrenSay(sorted, null);
    }

    /// @param code orders the levels; "" where the feed gives none
    private record Inscrit(
            UUID id, String code, @Nullable String niveau, String prenom, String nom, LocalDate naissance) {}

    /// @param premier where its youngest level stands among all
    /// @param niveaux of its pupils
    /// @param inscrits its pupils, who may be in another class too
    /// @param prenoms of its pupils
    /// @param demandes its teacher has said of some class, lately, that it is theirs
    record ClasseEnseignee(
            UUID id,
            String libelle,
            UUID ecoleId,
            String ecole,
            String premier,
            List<String> niveaux,
            List<UUID> inscrits,
            List<String> prenoms,
            boolean demandes) {

        int eleves() {
            return prenoms.size();
        }

        /// It has children who do not read.
        boolean petits() {
            return niveaux.stream().anyMatch(n -> Registre.ofNiveau(n).petits());
        }

        /// The levels, where the label has not said them all.
        String aussi() {
            return niveaux.stream().allMatch(libelle::contains) ? "" : String.join(", ", niveaux);
        }
    }
}
