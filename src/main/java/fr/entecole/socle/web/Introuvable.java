package fr.entecole.socle.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/// There is nothing here, or nothing for the person who asks: both are told the same 404. Thrown by what finds through
/// what one may see: `lecture.one(id, utilisateur).orElseThrow(Introuvable::new)`.
@ResponseStatus(HttpStatus.NOT_FOUND)
public final class Introuvable extends RuntimeException {

    private static final long serialVersionUID = 1;

    public Introuvable() {
        super("", null, false, false);
    }
}
