package fr.entecole.comptes;

import com.github.benmanes.caffeine.cache.Cache;
import fr.entecole.annuaire.Annuaire;
import fr.entecole.annuaire.Identite;
import fr.entecole.annuaire.Identite.Acces;
import fr.entecole.annuaire.LotApplique;
import fr.entecole.annuaire.Nature;
import fr.entecole.annuaire.RestrictionDecidee;
import fr.entecole.comptes.Comptes.Compte;
import fr.entecole.socle.Cles;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Region;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.langue.Langue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Who is behind an account today: asked of the directory again as soon as it says that someone has changed
/// ([Fraicheur]), so that who is suspended, or whose school closes, is out at once, wherever they are signed in. One
/// account may be several people of the directory: its guardians make one role, each member of staff another.
@Component
public class Utilisateurs {

    private final Comptes comptes;
    private final Annuaire annuaire;
    private final Region region;
    private final Cache<Lu, List<Utilisateur>> lus;
    private final Fraicheur fraicheur;

    Utilisateurs(
            Comptes comptes, Annuaire annuaire, Region region, Cache<Lu, List<Utilisateur>> lus, Fraicheur fraicheur) {
        this.comptes = comptes;
        this.annuaire = annuaire;
        this.region = region;
        this.lus = lus;
        this.fraicheur = fraicheur;
    }

    /// @param role the account that was born with the role, null for the first one that is open
    /// @return empty when the person may not be here (any more)
    public Optional<Utilisateur> of(UUID compte, @Nullable UUID role) {
        var roles = roles(compte);
        return roles.stream()
                .filter(u -> role != null && u.autresRoles().stream().noneMatch(other -> role.equals(other.compteId())))
                .findFirst()
                .or(() -> roles.stream().findFirst());
    }

    public void forget(UUID compte) {
        Langue.toutes().forEach(langue -> lus.invalidate(new Lu(compte, langue)));
    }

    public void forgetAll() {
        lus.invalidateAll();
    }

    /// Whoever this person is, and those who may not be here: they may now.
    public void forgetPersonne(UUID personne) {
        lus.asMap()
                .values()
                .removeIf(roles -> roles.isEmpty()
                        || roles.stream().anyMatch(role -> role.personnes().contains(personne)));
    }

    /// Everyone of the directory behind the account, allowed in or not, straight from the directory.
    public List<Identite> identites(UUID compte) {
        return people(comptes.behind(compte)).stream()
                .flatMap(moi -> moi.identites.stream())
                .toList();
    }

    /// Who comes in first by this account, asked anew, whatever others are told meanwhile; when nobody may, who says
    /// best why. Empty: the directory knows nobody. The first page after the door then knows who asks for it.
    public Optional<Identite> first(UUID compte) {
        long before = fraicheur.now(lus);
        var people = people(comptes.behindAnew(compte));
        fraicheur.keep(lus, Lu.of(compte), roles(compte, people), before);
        return people.stream()
                .flatMap(moi -> moi.identites.stream())
                .min(Comparator.comparing(identite -> switch (identite.acces()) {
                    case OUVERT -> 0;
                    case ECOLE_FERMEE -> 1;
                    case SUSPENDU -> 2;
                }));
    }

    /// A batch that suspends people puts them out of this node at once; others hear of it.
    @TransactionalEventListener(fallbackExecution = true)
    void on(LotApplique lot) {
        forgetAll();
    }

    /// A guardian who is kept out is no longer said to be the mother or the father of that child, on this node at once.
    @TransactionalEventListener(fallbackExecution = true)
    void on(RestrictionDecidee restriction) {
        comptes.ofPersonne(restriction.responsableId()).ifPresent(this::forget);
    }

    /// The schools whose heads may read of what happens to this account; at a sign-in the node knows them already.
    public Set<UUID> ecoles(UUID compte) {
        var roles = roles(compte);
        if (!roles.isEmpty()) {
            return roles.stream().flatMap(u -> u.ecoles().stream()).collect(Collectors.toUnmodifiableSet());
        }
        return identites(compte).stream()
                .flatMap(identite -> identite.ecoles().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private List<Utilisateur> roles(UUID compte) {
        return Objects.requireNonNull(
                fraicheur.read(lus, Lu.of(compte), lu -> roles(lu.compte, people(comptes.known(lu.compte)))));
    }

    /// An account as someone reads of it: titles and places are words (« Mère d’Inès »).
    public record Lu(UUID compte, Langue langue) {

        static Lu of(UUID compte) {
            return new Lu(compte, Langue.courante());
        }
    }

    private List<Moi> people(List<Compte> behind) {
        return behind.stream()
                .flatMap(c ->
                        annuaire
                                .identite(c.personneId(), c.nature())
                                .map(identite -> new Moi(c, List.of(identite)))
                                .stream())
                .toList();
    }

    private List<Utilisateur> roles(UUID compte, List<Moi> people) {
        var roles = grouped(people.stream()
                .filter(moi -> moi.identites.getFirst().acces() == Acces.OUVERT)
                .toList());
        return roles.stream()
                .map(moi -> moi.utilisateur(compte, roles, region.nom()))
                .toList();
    }

    /// All guardians that a person is make one: one home for all children.
    private static List<Moi> grouped(List<Moi> open) {
        var roles = new ArrayList<Moi>();
        for (var moi : open) {
            int parent = -1;
            for (int i = 0; i < roles.size(); i++) {
                if (moi.compte.nature() == Nature.RESPONSABLE
                        && roles.get(i).compte.nature() == Nature.RESPONSABLE) {
                    parent = i;
                }
            }
            if (parent < 0) {
                roles.add(moi);
            } else {
                roles.set(parent, roles.get(parent).and(moi));
            }
        }
        return roles;
    }

    /// One role: the account it was born with, and the people of the directory it stands for.
    private record Moi(Compte compte, List<Identite> identites) {

        Moi and(Moi other) {
            var all = new ArrayList<>(identites);
            all.addAll(other.identites);
            return new Moi(compte, List.copyOf(all));
        }

        Utilisateur utilisateur(UUID account, List<Moi> roles, String region) {
            var first = identites.getFirst();
            var personnes =
                    identites.stream().map(Identite::personneId).collect(Collectors.toCollection(LinkedHashSet::new));
            Set<UUID> ecoles = identites.stream()
                    .flatMap(i -> i.ecoles().stream())
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            return new Utilisateur(
                    account,
                    first.personneId(),
                    Set.copyOf(personnes),
                    first.profil(),
                    first.prenom(),
                    first.nom(),
                    Set.copyOf(ecoles),
                    first.commune(),
                    first.circonscription(),
                    first.niveau(),
                    first.embleme(),
                    lieu(region),
                    identites.size() == 1 ? first.titre() : null,
                    roles.stream()
                            .filter(role -> role != this)
                            .map(role -> role.role(region))
                            .toList(),
                    identites.stream().map(Identite::cles).reduce(Cles.AUCUNE, Cles::and));
        }

        private Utilisateur.Role role(String region) {
            var one = identites.size() == 1 && profil() != Profil.PARENT
                    ? identites.getFirst().titre()
                    : null;
            return new Utilisateur.Role(compte.id(), profil(), lieu(region), one == null ? profil().libelle() : one);
        }

        private Profil profil() {
            return identites.getFirst().profil();
        }

        private String lieu(String region) {
            var lieux = identites.stream().map(Identite::lieu).distinct().toList();
            return lieux.size() == 1 ? lieux.getFirst() : region;
        }
    }
}
