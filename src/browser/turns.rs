//! Work done in turns: one piece a task of the browser, so that the page answers in between.

use std::cell::RefCell;
use std::collections::VecDeque;

use super::dom;

type Piece = Box<dyn FnOnce()>;

#[derive(Default)]
struct Turns {
    waiting: VecDeque<Piece>,
    /// Whether something more urgent is awaited.
    is_held: bool,
    /// Whether a turn is to come anyway.
    is_due: bool,
}

thread_local! {
    static TURNS: RefCell<Turns> = RefCell::default();
}

/// Does the piece when its turn comes: after what is happening now, and after the pieces before it.
pub fn wait(piece: impl FnOnce() + 'static) {
    TURNS.with_borrow_mut(|turns| {
        turns.waiting.push_back(Box::new(piece));
        turns.call();
    });
}

/// Lets no piece begin until [`go_on`]: something more urgent is awaited.
pub fn hold() {
    TURNS.with_borrow_mut(|turns| turns.is_held = true);
}

/// Ends what [`hold`] began.
pub fn go_on() {
    TURNS.with_borrow_mut(|turns| {
        turns.is_held = false;
        turns.call();
    });
}

impl Turns {
    /// Sees to it that the next piece gets its turn.
    fn call(&mut self) {
        if !self.is_due && !self.is_held && !self.waiting.is_empty() {
            self.is_due = true;
            dom::later(0, take_turn);
        }
    }

    fn next(&mut self) -> Option<Piece> {
        self.is_due = false;
        if self.is_held { None } else { self.waiting.pop_front() }
    }
}

fn take_turn() {
    // The piece may add pieces: nothing is borrowed meanwhile.
    if let Some(piece) = TURNS.with_borrow_mut(Turns::next) {
        piece();
        TURNS.with_borrow_mut(Turns::call);
    }
}
