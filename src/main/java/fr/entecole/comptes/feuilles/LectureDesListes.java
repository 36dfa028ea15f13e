package fr.entecole.comptes.feuilles;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Equipes;
import fr.entecole.annuaire.Familles;
import fr.entecole.annuaire.Perimetre;
import fr.entecole.comptes.feuilles.Avancement.Etape;
import fr.entecole.socle.Registre;
import fr.entecole.socle.Utilisateur;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The lists that codes are handed out from, each found through who is looking: two statements, one of the directory
/// and one of the accounts.
@Component
class LectureDesListes {

    private final Familles familles;
    private final Equipes equipes;
    private final LectureDesAcces acces;
    private final Clock clock;

    LectureDesListes(Familles familles, Equipes equipes, LectureDesAcces acces, Clock clock) {
        this.familles = familles;
        this.equipes = equipes;
        this.acces = acces;
        this.clock = clock;
    }

    Optional<AccesDeClasse> classe(UUID classe, Utilisateur par) {
        return familles.classe(classe, par.personneId())
                .map(c -> classes(List.of(c), par).getFirst());
    }

    /// All classes of an open school that this person directs; none otherwise.
    List<AccesDeClasse> ofEcole(UUID ecole, Utilisateur par) {
        return par.ecoles().contains(ecole) ? classes(familles.ofEcole(ecole, par.personneId()), par) : List.of();
    }

    /// The same, of the head in whose place somebody stands at the desk.
    List<AccesDeClasse> inPlaceOf(UUID directeur, UUID ecole, Utilisateur par) {
        return classes(familles.ofEcole(ecole, directeur), par);
    }

    /// The staff of a school that this person directs.
    List<Acces> equipe(UUID ecole, Utilisateur par) {
        return membres(equipes.ofEcole(ecole, par.personneId()), m -> !m.directeur(), Equipes.Membre::qualite);
    }

    /// For the region only.
    List<Acces> directions(String recherche, int most) {
        return membres(
                equipes.directions(recherche, most), Equipes.Membre::directeur, m -> t("Direction, {0}", m.lieu()));
    }

    /// For the region only.
    List<Acces> agents(String recherche, int most) {
        return membres(
                equipes.agents(recherche, most),
                _ -> true,
                m -> m.lieu().isEmpty() ? m.fonction() : t("{0}, {1}", m.fonction(), m.lieu()));
    }

    private List<AccesDeClasse> classes(List<Familles.Classe> classes, Utilisateur par) {
        var avancements = acces.of(everyone(classes));
        var enfants = children(classes);
        var now = clock.instant();
        var perimetre = Perimetre.of(par);
        return classes.stream()
                .map(classe -> classe(classe, avancements, enfants, perimetre.directs(classe.ecoleId()), now))
                .toList();
    }

    private AccesDeClasse classe(
            Familles.Classe classe,
            Map<UUID, Avancement> avancements,
            Map<UUID, Set<String>> enfants,
            boolean dirige,
            Instant now) {
        var homonymes = homonyms(classe);
        Map<UUID, Acces> responsables = new LinkedHashMap<>();
        List<Acces> eleves = new ArrayList<>();
        for (var eleve : classe.eleves()) {
            var naissance = homonymes.contains(plain(eleve)) ? eleve.naissance() : null;
            eleves.add(eleve(eleve, naissance, avancements.get(eleve.id()), classe.sansClasse(), now));
            for (var r : eleve.responsables()) {
                var pour = String.join(t(" et "), enfants.getOrDefault(r.id(), Set.of()));
                responsables.putIfAbsent(r.id(), responsable(r, pour, naissance, avancements.get(r.id()), dirige, now));
            }
        }
        return new AccesDeClasse(classe, Acces.sorted(List.copyOf(responsables.values())), Acces.sorted(eleves));
    }

    private Acces eleve(
            Familles.Eleve eleve,
            @Nullable LocalDate naissance,
            @Nullable Avancement avancement,
            boolean sansClasse,
            Instant now) {
        boolean petit = Registre.ofNiveau(eleve.niveau()).petits();
        var niveau = eleve.niveau() == null ? "" : eleve.niveau();
        return petit || avancement == null
                ? without(
                        eleve.id(),
                        eleve.nomComplet(),
                        niveau,
                        naissance,
                        avancement,
                        !petit ? Etape.SANS_COMPTE : sansClasse ? Etape.SANS_CLASSE : Etape.PAR_LA_CLASSE)
                : with(
                        eleve.id(),
                        eleve.nomComplet(),
                        eleve.nomComplet(),
                        niveau,
                        naissance,
                        avancement,
                        !avancement.personnel(),
                        now);
    }

    private Acces responsable(
            Familles.Responsable r,
            String pour,
            @Nullable LocalDate naissance,
            @Nullable Avancement avancement,
            boolean dirige,
            Instant now) {
        if (r.organisme() || avancement == null) {
            return without(r.id(), r.nomComplet(), pour, naissance, avancement, Etape.SANS_COMPTE);
        }
        var civilite = r.civilite();
        var civil = civilite == null || civilite.isBlank() ? r.nomComplet() : civilite + "\u00a0" + r.nomComplet();
        boolean remettable = !avancement.personnel() && (dirige || !avancement.venu());
        return with(r.id(), r.nomComplet(), civil, pour, naissance, avancement, remettable, now);
    }

    private List<Acces> membres(
            List<Equipes.Membre> membres,
            Predicate<Equipes.Membre> remettable,
            Function<Equipes.Membre, String> qualite) {
        var avancements = acces.of(membres.stream().map(Equipes.Membre::id).toList());
        var now = clock.instant();
        return Acces.sorted(membres.stream()
                .map(m -> {
                    var avancement = avancements.get(m.id());
                    var pour = qualite.apply(m);
                    return avancement == null
                            ? without(m.id(), m.nom(), pour, null, null, Etape.SANS_COMPTE)
                            : with(m.id(), m.nom(), m.civil(), pour, null, avancement, remettable.test(m), now);
                })
                .toList());
    }

    private Acces with(
            UUID id,
            String nom,
            String civil,
            String pour,
            @Nullable LocalDate naissance,
            Avancement avancement,
            boolean remettable,
            Instant now) {
        return new Acces(
                id,
                nom,
                civil,
                pour,
                naissance,
                avancement.login(),
                day(avancement.venuLe()),
                day(avancement.remisLe()),
                day(avancement.expireLe()),
                avancement.etape(now),
                remettable);
    }

    private static Acces without(
            UUID id,
            String nom,
            String pour,
            @Nullable LocalDate naissance,
            @Nullable Avancement avancement,
            Etape etape) {
        return new Acces(
                id,
                nom,
                nom,
                pour,
                naissance,
                avancement == null ? "" : avancement.login(),
                null,
                null,
                null,
                etape,
                false);
    }

    private @Nullable LocalDate day(@Nullable Instant at) {
        return at == null ? null : LocalDate.ofInstant(at, clock.getZone());
    }

    private static Set<UUID> everyone(List<Familles.Classe> classes) {
        Set<UUID> all = new HashSet<>();
        classes.forEach(classe -> classe.eleves().forEach(eleve -> {
            all.add(eleve.id());
            eleve.responsables().forEach(r -> all.add(r.id()));
        }));
        return all;
    }

    /// "Zoé, CM1": the children of each guardian in these classes.
    private static Map<UUID, Set<String>> children(List<Familles.Classe> classes) {
        Map<UUID, Set<String>> children = new LinkedHashMap<>();
        classes.forEach(classe -> classe.eleves()
                .forEach(eleve -> eleve.responsables()
                        .forEach(r -> children.computeIfAbsent(r.id(), _ -> new LinkedHashSet<>())
                                .add(
                                        eleve.niveau() == null
                                                ? eleve.prenom()
                                                : eleve.prenom() + ", " + eleve.niveau()))));
        return children;
    }

    private static Set<String> homonyms(Familles.Classe classe) {
        return counted(classe.eleves().stream().map(LectureDesListes::plain).toList());
    }

    private static Set<String> counted(Collection<String> names) {
        return names.stream().collect(Collectors.groupingBy(n -> n, Collectors.counting())).entrySet().stream()
                .filter(e -> e.getValue() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static String plain(Familles.Eleve eleve) {
        return eleve.nomComplet().toLowerCase(Locale.FRENCH);
    }
}
